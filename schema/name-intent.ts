/** `lost_property` as `Lost property`; contacts without one said nothing that was understood. */
export function nameIntent(intent: string): string {
  if (intent === '') return 'Not said or not understood'
  const words = intent.replace(/[_-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
