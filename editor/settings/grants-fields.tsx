import { useQuery } from '@tanstack/react-query'
import type { Grants } from '../../schema/api/people.ts'
import type { Membership } from '../../schema/department.ts'
import { type Role, roles } from '../../schema/roles.ts'
import { departmentsQuery } from '../departments-query.ts'
import { roleNames } from '../role-names.ts'
import { Banner } from '../ui/banner.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import styles from './settings.module.css'

interface GrantsFieldsProps {
  grants: Grants
  onChange: (grants: Grants) => void
  /** Their own roles: nobody changes those. */
  ownRoles?: boolean
  checked: boolean
}
const places = [
  { value: 'none', label: 'Does not work here' },
  { value: 'operator', label: 'Operator' },
  { value: 'supervisor', label: 'Supervisor' },
]

/** What somebody may do, and in which departments. */
export function GrantsFields({ grants, onChange, ownRoles = false, checked }: GrantsFieldsProps) {
  const departments = useQuery(departmentsQuery)
  const setRole = (role: Role, on: boolean) =>
    onChange({ ...grants, roles: roles.filter((one) => (one === role ? on : grants.roles.includes(one))) })
  const place = (department: string) => grants.memberships.find((one) => one.department === department)
  const setPlace = (department: string, next: Omit<Membership, 'department'> | undefined) => {
    const others = grants.memberships.filter((one) => one.department !== department)
    onChange({ ...grants, memberships: next ? [...others, { department, ...next }] : others })
  }
  const answers = grants.roles.some((role) => role === 'operator' || role === 'supervisor')
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Roles</legend>
        {ownRoles && <p className={styles.intro}>These are your own. Another admin can change them.</p>}
        <div className={styles.checks}>
          {roles.map((role) => (
            <CheckboxField
              key={role}
              label={roleNames[role].name}
              help={roleNames[role].does}
              isDisabled={ownRoles}
              isSelected={grants.roles.includes(role)}
              onChange={(on) => setRole(role, on)}
            />
          ))}
        </div>
        {checked && grants.roles.length === 0 && (
          <Banner tone="emergency" live title="No role yet.">
            Without a role nothing opens. Choose at least one.
          </Banner>
        )}
      </fieldset>
      {answers && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Departments</legend>
          <p className={styles.intro}>
            They see the contacts of these and no others. The limit is how many they take at once; left empty, the usual
            one of their role.
          </p>
          <div className={styles.places}>
            {(departments.data?.departments ?? []).map(({ id, name }) => {
              const here = place(id)
              return (
                <div key={id} className={styles.place}>
                  <SelectField
                    label={name}
                    options={places}
                    value={here?.role ?? 'none'}
                    onChange={(role) =>
                      setPlace(
                        id,
                        role === 'none'
                          ? undefined
                          : { role: role === 'supervisor' ? 'supervisor' : 'operator', limit: here?.limit ?? null },
                      )
                    }
                  />
                  {here && (
                    <NumberField
                      label="Takes at once"
                      aria-label={`Takes at once in ${name}`}
                      optional
                      minValue={1}
                      maxValue={20}
                      value={here.limit ?? Number.NaN}
                      onChange={(limit) => setPlace(id, { role: here.role, limit: Number.isNaN(limit) ? null : limit })}
                    />
                  )}
                </div>
              )
            })}
          </div>
        </fieldset>
      )}
    </>
  )
}
