export type NumberList = ReturnType<typeof createNumberList>

/** A list of whole numbers that grows, four bytes each. */
export function createNumberList() {
  let held = new Uint32Array(8)
  let used = 0
  return {
    push(...added: number[]) {
      if (used + added.length > held.length) {
        const larger = new Uint32Array(held.length * 2)
        larger.set(held)
        held = larger
      }
      for (const value of added) held[used++] = value
    },
    values: () => held,
    length: () => used,
  }
}
