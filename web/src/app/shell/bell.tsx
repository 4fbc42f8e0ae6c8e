import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { attentionQuery } from '../../api/attention.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './bell.module.css'

export function Bell() {
  const t = useTexts(texts).bell
  const { number } = useFormats()
  const { data } = useQuery(attentionQuery)
  useLiveRefresh(attentionQuery.queryKey)
  const count = data?.items.length ?? 0
  const shown = data?.more ? `${number(count)}+` : number(count)
  return (
    <Link
      to="/attention"
      className={classes.bell}
      aria-label={data === undefined ? t.name : count === 0 ? t.quiet : t.rings(shown)}
    >
      <IconBell size={19} stroke={1.7} />
      {count > 0 && (
        <span className={`${classes.count} numbers`} aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  )
}
