/** How staff read the layers of the detector. */
export const layerNames: Record<string, string> = {
  words: 'Word rules',
  statistics: 'Learned layer',
  force: 'The force’s own words',
  exceptions: 'The force’s exceptions',
  guard: 'Guard',
  examples: 'Nearest examples',
}
