import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { ColumnsButton, DownloadButton } from './buttons.js'
import type { ColumnsProps } from './columns-menu.js'
import type { DownloadProps } from './download-menu.js'

/** Visible columns and row density of a list, stored per person on the server. */
export function ChooseColumns(props: ColumnsProps) {
  const { Loaded, button } = useLazyComponent(() => import('./columns-menu.js'))
  return Loaded ? <Loaded {...props} /> : <ColumnsButton aria-haspopup="menu" {...button} />
}

export function DownloadList(props: DownloadProps) {
  const { Loaded, button } = useLazyComponent(() => import('./download-menu.js'))
  return Loaded ? (
    <Loaded {...props} />
  ) : (
    <DownloadButton size={props.size} aria-haspopup="menu" {...button} />
  )
}
