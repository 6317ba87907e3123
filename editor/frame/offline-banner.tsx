import { useEffect, useState } from 'react'
import { Banner } from '../ui/banner.tsx'

/** Says that the device has no connection; nothing is sent until it is back. */
export function OfflineBanner() {
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  if (online) return null
  return (
    <Banner tone="waiting" live title="You are offline.">
      What you see may be old, and nothing is sent until you are back.
    </Banner>
  )
}
