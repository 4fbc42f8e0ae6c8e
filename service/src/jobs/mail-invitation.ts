import { composeInvitation } from '../alarms/channels/compose.js'
import { sendMail } from '../alarms/channels/send-mail.js'
import { findMailed, invitationPlace } from '../people/invitations.js'
import type { Job } from './job.js'

/** Mails the link of an invitation. Throws what went wrong, which the list of invitations shows. */
export const mailInvitation: Job<'mail-invitation'> = {
  name: 'mail-invitation',
  sends: true,
  atOnce: 2,
  async run({ invitationId, sealed }, { db, config, secrets }) {
    const invitation = await findMailed(db, invitationId)
    if (!invitation) return
    const url = secrets.open(sealed, invitationPlace(invitationId))
    const problem = await sendMail(config, { to: invitation.email, ...composeInvitation(invitation, url) })
    if (problem) throw new Error(JSON.stringify(problem))
  },
}
