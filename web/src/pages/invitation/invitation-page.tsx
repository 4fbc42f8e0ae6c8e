import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { openInvitationQuery } from '../../api/people/invitation.js'
import { useMe } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { useFailureText } from '../../components/layout/failure-text.js'
import { GuestFrame } from '../../components/layout/guest-frame.js'
import { Loaded } from '../../components/layout/loaded.js'
import { useTexts } from '../../texts/language.js'
import { AcceptForm } from './accept-form.js'
import { AcceptSignedIn } from './accept-signed-in.js'
import { texts } from './texts.js'

const route = getRouteApi('/invitation/$secret')

/** The page of an invitation's link: who invites to what, and the choice of a password. */
export function InvitationPage() {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const { secret } = route.useParams()
  const query = useQuery(openInvitationQuery(secret))
  const { data: me } = useMe()
  const used = isStatus(query.error, 404, 409, 410, 422)
  const { data } = query
  const text =
    data &&
    [
      t.invited[data.role](data.email, data.locationName ?? ''),
      data.companyNames && t.companies(data.companyNames.join(', ')),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <GuestFrame title={t.title} text={used ? failureText(query.error) : text}>
      <div data-body>
        {used ? (
          <Button component={Link} to="/sign-in" variant="default" fullWidth>
            {t.toSignIn}
          </Button>
        ) : (
          <Loaded query={query}>
            {({ email }) =>
              me?.email === email ? (
                <AcceptSignedIn secret={secret} email={email} />
              ) : (
                <AcceptForm secret={secret} email={email} />
              )
            }
          </Loaded>
        )}
      </div>
    </GuestFrame>
  )
}
