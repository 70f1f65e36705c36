/** What hosts import, in their order: theirs, and that one of ours which the guide names for them. */
export const hostOrders = {
  tailwind4Before: ['tailwind4', 'layered'],
  tailwind4After: ['layered', 'tailwind4'],
  tailwind3: ['tailwind3', 'unlayered'],
  bootstrap: ['unlayered', 'bootstrap'],
  hostile: ['unlayered', 'hostile'],
} as const
