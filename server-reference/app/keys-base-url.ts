/** Where the key management answers; what is fetched ahead is found again by it. */
export const keysBaseUrl = '/api/keys'
