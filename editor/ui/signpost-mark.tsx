/** The mark: a post with two arms, one amber. */
export function SignpostMark({ size = 34 }: { size?: number }) {
  return (
    <svg viewBox="0 0 34 34" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="34" height="34" rx="9" fill="#1C3454" />
      <path d="M17 5.5V29" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M10 8.5h13.5l4 3.5-4 3.5H10z" fill="var(--brand)" />
      <path d="M24 18H11.5l-4 3.2 4 3.3H24z" fill="#fff" />
    </svg>
  )
}
