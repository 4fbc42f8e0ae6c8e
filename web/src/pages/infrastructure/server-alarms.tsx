import { describeAlarm } from '@obmen/contract'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { openAlarmsQuery } from '../../api/alarms.js'
import { Acknowledge } from '../../components/alarms/acknowledge.js'
import classes from '../../components/attention/attention.module.css'
import { ShortTime } from '../../components/relative-time.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** What is wrong with the server itself, worst first; nothing while all is well. */
export default function ServerAlarms() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data } = useQuery(openAlarmsQuery('system-operator'))
  if (data === undefined || data.items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t.alarms}>
      {data.items.map(alarm => {
        const { subject, why, action } = describeAlarm(alarm.cause, alarm.facts, language)
        return (
          <li key={alarm.id} className={classes.line}>
            <IconAlertTriangle size={20} stroke={1.7} className={classes.icon} aria-hidden="true" />
            <div>
              <p className={classes.title}>{subject}</p>
              <p className={classes.text}>
                {why} {action}
              </p>
              <p className={classes.facts}>
                <ShortTime at={alarm.since} />
              </p>
              <Acknowledge of="system-operator" alarms={[alarm]} about={subject} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
