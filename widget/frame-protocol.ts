/** What the host page tells the frame. */
export type HostMessage =
  | { type: 'hello'; lang: string; theme: string }
  /** The panel was opened or made small. */
  | { type: 'shown'; shown: boolean }

/** What the frame tells the host page. It never says where to go: the host knows the exit address from the server. */
export type FrameMessage =
  | { type: 'ready' }
  | { type: 'make-small' }
  | { type: 'leave' }
  /** Whether something came while the panel was small. */
  | { type: 'news'; isNews: boolean }

/** Sends `message` to `peer`, and only if it shows a page of `origin`. */
export function post(peer: Window | null, origin: string, message: HostMessage | FrameMessage): void {
  peer?.postMessage({ ...message, signpost: 1 }, origin)
}

/**
 * Hears the messages that come from the window `peer()` and from an origin that is `allowed`; everything else is dropped
 * unread.
 */
export function hear<Message extends HostMessage | FrameMessage>(
  peer: () => Window | null,
  allowed: (origin: string) => boolean,
  onMessage: (message: Message, origin: string) => void,
): void {
  addEventListener('message', ({ source, origin, data }) => {
    if (source === null || source !== peer() || data?.signpost !== 1 || !allowed(origin)) return
    onMessage(data, origin)
  })
}
