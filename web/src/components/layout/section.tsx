import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

interface Props {
  title?: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Section({ title, description, actions, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.header}>
          <div>
            {title !== undefined && (
              <h2 id={id} className={classes.title}>
                {title}
              </h2>
            )}
            {description !== undefined && <div className={classes.description}>{description}</div>}
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
