import { VisuallyHidden } from '@mantine/core'
import type { IntegrationChange } from '@obmen/contract/rest'
import { useTexts } from '../../../texts/language.js'
import classes from './changes.module.css'
import { settingsChanges } from './settings-changes.js'
import { texts } from './texts-changes.js'
import { useSettingTexts } from './use-setting-texts.js'

/** The differences of one change, each with before and after. */
export function ChangeFacts({ change: { kind, before, after } }: { change: IntegrationChange }) {
  const t = useTexts(texts)
  const { label, value } = useSettingTexts()
  if (kind === 'password') return <>{t.password}</>
  const created = kind === 'created'
  return (
    <div className={classes.facts}>
      {created && <div>{t.created}</div>}
      {!created && after?.enabled !== undefined && <div>{after.enabled ? t.resumed : t.paused}</div>}
      {after?.name !== undefined && (
        <Fact label={t.name} removed={before?.name === undefined ? [] : [before.name]} added={[after.name]} />
      )}
      {after?.recognizedClient != null && (
        <Fact
          label={t.recognized}
          removed={before?.recognizedClient ? [value('client', before.recognizedClient)] : []}
          added={[value('client', after.recognizedClient)]}
        />
      )}
      {settingsChanges(before?.settings, after?.settings).map(({ key, removed, added }) => (
        <Fact
          key={key}
          label={label(key)}
          removed={removed.map(one => value(key, one))}
          added={added.map(one => value(key, one))}
        />
      ))}
    </div>
  )
}

function Fact({ label, removed, added }: { label: string; removed: string[]; added: string[] }) {
  const t = useTexts(texts)
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <ul className={classes.values}>
        {removed.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change never changes
          <li key={index}>
            <VisuallyHidden>{t.was} </VisuallyHidden>
            <del>{value}</del>
          </li>
        ))}
        {added.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <VisuallyHidden>{t.became} </VisuallyHidden>
            <ins>{value}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
