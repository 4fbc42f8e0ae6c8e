import { Kbd } from '@mantine/core'
import { useAdministers } from '../../api/people/me.js'
import { Window } from '../../components/layout/window.js'
import { texts as commonTexts } from '../../components/texts.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { placesOf } from './shortcut-places.js'
import classes from './shortcuts.module.css'

export default function ShortcutsWindow({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts)
  const { takeBack } = useTexts(commonTexts)
  return (
    <Window opened={opened} onClose={onClose} title={t.keys} size="sm">
      <dl className={classes.keys}>
        <Shortcut keys={['Ctrl', 'K']} text={t.shortcuts.palette} />
        <Shortcut keys={['/']} text={t.shortcuts.search} />
        {placesOf(useAdministers()).map(({ key, text }) => (
          <Shortcut key={key} keys={['g', key]} text={t.links[text]} />
        ))}
        <Shortcut keys={['J']} text={t.shortcuts.nextOrder} />
        <Shortcut keys={['K']} text={t.shortcuts.previousOrder} />
        <Shortcut keys={['Z']} text={takeBack} />
        <Shortcut keys={['?']} text={t.keys} />
        <Shortcut keys={['Esc']} text={t.shortcuts.escape} />
      </dl>
    </Window>
  )
}

function Shortcut({ keys, text }: { keys: string[]; text: string }) {
  return (
    <div>
      <dt>{text}</dt>
      <dd>
        {keys.map(key => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  )
}
