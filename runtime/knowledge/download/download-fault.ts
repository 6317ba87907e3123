/** Why a model could not be fetched, in words for an admin. `again`: trying once more can help by itself. */
export class DownloadFault extends Error {
  readonly again: boolean
  constructor(message: string, again = false) {
    super(message)
    this.again = again
  }
}
