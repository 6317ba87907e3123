/** The hash of the word list as it was last reviewed; `npx node runtime/safety/review-word-list.ts` writes it anew. */
export const reviewedHash = '5c845caaa0b227266b11c4b26b484cc0c041b5eb39eaf66d130faa2a48536cfd'
