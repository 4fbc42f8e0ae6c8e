import type { LineChange } from '@obmen/contract/rest'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './accounting.module.css'
import { texts } from './texts-accounting.js'

interface Props {
  changes: LineChange[]
  currency: string
}

/** Lines that differ in 1C, both sides beside each other. */
export function LineChanges({ changes, currency }: Props) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const side = (line: LineChange['before']): string =>
    line === null
      ? '—'
      : `${line.quantity ?? '?'} × ${line.price === null ? '?' : money(line.price, currency)} = ` +
        `${line.amount === null ? '?' : money(line.amount, currency)}`
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t.lines}>
      <table className={classes.table}>
        <caption>{t.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            <th scope="col">{t.ours}</th>
            <th scope="col">{t.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, lineId, name, before, after }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines that 1C added have no id
            <tr key={index} data-kind={kind} title={lineId ?? undefined}>
              <th scope="row">{name}</th>
              <td>{side(before)}</td>
              <td>{kind === 'removed' ? t.removed : side(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
  )
}
