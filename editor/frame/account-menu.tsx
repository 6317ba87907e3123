import { useQueryClient } from '@tanstack/react-query'
import { Check, LogOut, UserRound } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { adminRoutes } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { useSession } from '../session.ts'
import { Avatar } from '../ui/avatar.tsx'
import menu from '../ui/menu.module.css'
import { showToast } from '../ui/toast.tsx'
import styles from './rail.module.css'
import { type Theme, useTheme } from './theme.ts'

const themes: { id: Theme; label: string }[] = [
  { id: 'system', label: 'Like my device' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

/** Who is signed in, how the pages look, and the way out. */
export function AccountMenu() {
  const { user, force } = useSession()
  const { theme, choose } = useTheme()
  const queries = useQueryClient()
  const signOut = () =>
    call(adminRoutes.signOut).then(
      () => {
        queries.clear()
        window.location.assign('/sign-in')
      },
      (error: unknown) => showToast(`Not signed out. ${wordsOf(error)}`, { tone: 'fault' }),
    )
  return (
    <MenuTrigger>
      <Button className={styles.me} aria-label={`${user.name}: account, theme and sign-out`}>
        <Avatar name={user.name} />
      </Button>
      <Popover className={menu.popover} placement="right bottom" offset={8}>
        <Menu className={menu.menu} aria-label={user.name}>
          <MenuSection
            aria-label="Theme"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const next = themes.find(({ id }) => keys !== 'all' && keys.has(id))
              if (next) choose(next.id)
            }}
          >
            <Header className={menu.heading}>
              {user.name}, {force.name}
            </Header>
            {themes.map(({ id, label }) => (
              <MenuItem key={id} id={id} textValue={label} className={menu.item}>
                {({ isSelected }) => (
                  <>
                    <span className={menu.words}>{label}</span>
                    {isSelected && <Check size={16} aria-hidden="true" className={menu.end} />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={menu.separator} />
          <MenuItem id="account" textValue="My account" href="/account" className={menu.item}>
            <UserRound size={16} aria-hidden="true" />
            My account
          </MenuItem>
          <MenuItem id="sign-out" textValue="Sign out" onAction={signOut} className={menu.item}>
            <LogOut size={16} aria-hidden="true" />
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
