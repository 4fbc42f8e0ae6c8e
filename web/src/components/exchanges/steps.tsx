import type { Exchange } from '@obmen/contract/rest'
import classes from './exchanges.module.css'
import { useStepName } from './step-name.js'

/** The steps of an exchange in order; a step that failed stands out. */
export function Steps({ steps }: { steps: Exchange['steps'] }) {
  const name = useStepName()
  return (
    <span className={classes.steps}>
      {joined(steps, name).map(({ text, times, failed, key }, index) => (
        <span key={key}>
          {index > 0 && <span aria-hidden="true"> → </span>}
          <span className={failed ? classes.failed : undefined}>
            {text}
            {times > 1 && ` ×${times}`}
            {failed && <span aria-hidden="true"> ✕</span>}
          </span>
        </span>
      ))}
    </span>
  )
}

interface Joined {
  key: number
  text: string
  times: number
  failed: boolean
}

/** The same step repeated is shown once, with the count. */
function joined(steps: Exchange['steps'], name: (step: Exchange['steps'][number]) => string): Joined[] {
  const found: Joined[] = []
  steps.forEach((step, key) => {
    const text = name(step)
    const failed = step.outcome !== 'done' && step.outcome !== 'running'
    const last = found.at(-1)
    if (last?.text === text && last.failed === failed) last.times++
    else found.push({ key, text, times: 1, failed })
  })
  return found
}
