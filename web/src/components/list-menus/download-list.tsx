import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { DownloadButton } from './download-button.js'
import type { DownloadProps } from './download-menu.js'

/** The whole list, as it is filtered, as a file for a spreadsheet. */
export function DownloadList(props: DownloadProps) {
  const { Loaded, button } = useLazyComponent(() => import('./download-menu.js'))
  return Loaded ? (
    <Loaded {...props} />
  ) : (
    <DownloadButton size={props.size} aria-haspopup="menu" {...button} />
  )
}
