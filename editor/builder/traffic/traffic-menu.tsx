import { ChartNoAxesColumn, Check, ChevronDown } from 'lucide-react'
import { TrafficPeriod } from '../../../schema/api/traffic.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { periodWords, useTraffic, useTrafficState } from './traffic-store.ts'

/** Shows and hides the figures on the canvas, and chooses their period. */
export function TrafficMenu() {
  const { show, choose } = useTraffic().getState()
  const shown = useTrafficState((state) => state.shown)
  const period = useTrafficState((state) => state.period)
  const chosen = (is: boolean) => (is ? <Check size={16} aria-hidden="true" /> : <span style={{ width: 16 }} />)
  return (
    <Menu
      label="Traffic on the canvas"
      items={[
        { id: 'off', label: 'Hide traffic', icon: chosen(!shown), onAction: () => show(false) },
        ...TrafficPeriod.options.map((each, index) => ({
          id: each,
          label: `Traffic: ${periodWords[each]}`,
          icon: chosen(shown && each === period),
          apart: index === 0,
          onAction: () => {
            choose({ period: each })
            show(true)
          },
        })),
      ]}
    >
      <Button size="s" icon={<ChartNoAxesColumn size={14} aria-hidden="true" />}>
        {shown ? `Traffic: ${periodWords[period]}` : 'Traffic'}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Menu>
  )
}
