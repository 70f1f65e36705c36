/*
 * MSW's worker, without its end. It unregisters itself when the last page that it serves goes, and a page that comes
 * in its place in the same tab may have begun by then: it finds the worker registered, relies on it, and is answered
 * by the network, with 404. A worker that stays harms nobody: without an active page it lets every request pass.
 */
Object.defineProperty(self.registration, 'unregister', { value: async () => false })
importScripts('./mockServiceWorker.js')
