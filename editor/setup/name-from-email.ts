/** A person's name out of their address, until they write it themselves: `meera.shah@…` → "Meera Shah". */
export function nameFromEmail(email: string): string {
  const local = email.trim().split('@')[0] ?? ''
  return local
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
