/** Thrown for a flow that cannot run; `checkFlow` says why, with places. */
export class CompileError extends Error {}
