import type { Integration } from '@obmen/contract/rest'
import classes from './connection.module.css'
import { ConnectionAccess } from './connection-access.js'
import { ConnectionLive } from './connection-live.js'
import { ConnectionShown } from './connection-shown.js'
import { ConnectionSteps } from './connection-steps.js'

/** «Подключение»: whether 1C has connected, what to type into it, and where. */
export default function ConnectionTab({ integration }: { integration: Integration }) {
  return (
    <div className={classes.connection}>
      <div className={classes.live}>
        <ConnectionLive integration={integration} />
        <ConnectionShown integration={integration} />
      </div>
      <ConnectionAccess integration={integration} />
      <ConnectionSteps integration={integration} />
    </div>
  )
}
