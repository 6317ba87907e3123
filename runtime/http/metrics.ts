import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for whoever runs the server. Labels are names of routes and statuses: never ids, words or addresses. */
export interface Metrics {
  observe(route: string, status: number, seconds: number): void
  text(): Promise<string>
  contentType: string
}

export function createMetrics(countUnowned: () => Promise<number>): Metrics {
  const registry = new Registry()
  const requests = new Counter({
    name: 'signpost_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'signpost_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6],
    registers: [registry],
  })
  new Gauge({
    name: 'signpost_contacts_unowned',
    help: 'Contacts that nobody has and no clock runs for: anything but 0 is somebody forgotten',
    registers: [registry],
    async collect() {
      // While the database does not answer, that is what the readiness check says; the other figures stay in reach.
      this.set(await countUnowned().catch(() => Number.NaN))
    },
  })
  let complete = false
  return {
    observe(route, status, duration) {
      requests.inc({ route, status: String(status) })
      seconds.observe({ route }, duration)
    },
    async text() {
      if (!complete) collectDefaultMetrics({ register: registry })
      complete = true
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
