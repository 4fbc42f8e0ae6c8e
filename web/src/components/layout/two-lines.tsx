import classes from './two-lines.module.css'

/** A long name in two lines (one on a phone), the whole of it on hover. */
export function TwoLines({ children }: { children: string }) {
  return (
    <span className={classes.lines} title={children}>
      {children}
    </span>
  )
}
