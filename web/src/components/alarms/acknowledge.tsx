import { Button, Menu } from '@mantine/core'
import type { Alarm } from '@obmen/contract/rest'
import { IconClockPause } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { type AlarmRole, acknowledgeAlarm, remindAgain } from '../../api/alarms.js'
import { useAction } from '../../hooks/use-action.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './alarms.module.css'
import { texts } from './texts.js'

const HOURS = ['1', '8', '24'] as const

interface Props {
  of: AlarmRole
  /** All that stand behind one line; none: nobody is reminded of it anyway. */
  alarms: readonly Alarm[]
  about: string
}

/** Puts off the reminders of a line for some hours, or says until when somebody did. */
export function Acknowledge({ of: role, alarms, about }: Props) {
  const t = useTexts(texts)
  const { sinceTime } = useFormats()
  const { act, busy } = useAction({ renews: [['alarms']] })
  const [first] = alarms
  const quiet = alarms.every(({ acknowledgedUntil }) => acknowledgedUntil !== null)
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef(false)
  // The button that was pressed is gone: the one in its place has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows which of the two is drawn
  useEffect(() => {
    if (chosen.current) button.current?.focus()
    chosen.current = false
  }, [quiet])
  if (first === undefined) return null
  const each = (change: (id: string) => Promise<unknown>) => {
    chosen.current = true
    return Promise.all(alarms.map(({ id }) => change(id)))
  }

  if (quiet)
    return (
      <div className={classes.acknowledged}>
        {t.until(sinceTime(first.acknowledgedUntil ?? ''), first.acknowledgedBy ?? '')}
        <Button
          ref={button}
          variant="default"
          size="compact-sm"
          loading={busy}
          aria-label={`${t.remind}: ${about}`}
          onClick={() => void act(() => each(id => remindAgain(role, id)), t.reminded)}
        >
          {t.remind}
        </Button>
      </div>
    )
  return (
    <Menu position="bottom-start" withinPortal={false} shadow="md">
      <Menu.Target>
        <Button
          ref={button}
          variant="subtle"
          size="compact-sm"
          className={classes.later}
          loading={busy}
          leftSection={<IconClockPause size={15} />}
          aria-label={`${t.later}: ${about}`}
        >
          {t.later}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {HOURS.map(hours => (
          <Menu.Item
            key={hours}
            onClick={() =>
              void act(() => each(id => acknowledgeAlarm(role, id, Number(hours))), t.put[hours])
            }
          >
            {t.for[hours]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
