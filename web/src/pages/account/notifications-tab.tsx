import { Skeleton } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { type AlarmRole, alarmRolesOf, ownAlarmsQuery } from '../../api/alarms.js'
import { HelpLink } from '../../components/help-link.js'
import { HELP_ON_NOTIFICATIONS } from '../../components/help-places.js'
import { Loaded } from '../../components/layout/loaded.js'
import { Section } from '../../components/layout/section.js'
import { useTexts } from '../../texts/language.js'
import classes from './notifications.module.css'
import { NotificationsForm } from './notifications-form.js'
import { texts } from './texts-notifications.js'

/** «Уведомления»: how and of what the person is told, in this location and of the server. */
export default function NotificationsTab({ me }: { me: Me }) {
  return (
    <div className={classes.page}>
      {alarmRolesOf(me).map(role => (
        <NotificationsOf key={role} of={role} me={me} />
      ))}
    </div>
  )
}

function NotificationsOf({ of: role, me }: { of: AlarmRole; me: Me }) {
  const t = useTexts(texts)
  const query = useQuery(ownAlarmsQuery(role))
  const title = role === 'system-operator' ? t.ofServer : t.ofLocation(me.location?.name ?? '')
  return (
    <Section
      title={title}
      description={
        <>
          {t.about} <HelpLink place={HELP_ON_NOTIFICATIONS} about={title} />
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton height={200} />}>
        {own => <NotificationsForm of={role} own={own} email={me.email} />}
      </Loaded>
    </Section>
  )
}
