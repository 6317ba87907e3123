import { modelDownloadRoutes } from '../../schema/api/model-download.ts'
import { beginDownload, readDownload, stopDownload } from '../knowledge/download/model-downloads.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Fetching a model of meaning: nothing leaves the server before an admin asks for it. */
export function mountModelDownloadRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, modelDownloadRoutes.get, async ({ principal }) => ({
    download: await readDownload(services.db.read, principal.forceId),
  }))
  mount(server, modelDownloadRoutes.begin, async ({ principal, body }) => {
    await beginDownload(services, principal, body)
    return undefined
  })
  mount(server, modelDownloadRoutes.stop, async ({ principal }) => {
    await stopDownload(services, principal)
    return undefined
  })
}
