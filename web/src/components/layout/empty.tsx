import type { ComponentType, ReactNode } from 'react'
import classes from './empty.module.css'

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number }>
  title: string
  text?: ReactNode
  /** Possible actions: buttons. */
  children?: ReactNode
}

/** An empty list: what would be here and how to get it. */
export function Empty({ icon: Icon, title, text, children }: Props) {
  return (
    <section className={classes.empty}>
      <span className={classes.icon} aria-hidden="true">
        <Icon size={22} stroke={1.6} />
      </span>
      <h2 className={classes.title}>{title}</h2>
      {text !== undefined && <div className={classes.text}>{text}</div>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </section>
  )
}
