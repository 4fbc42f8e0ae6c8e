/**
 * Whether something was found of an order because of which its 1C may well refuse it, as SQL: what blocks, although a person sends it all the
 * same, and dates of what may be a closed period.
 */
export const mayBeRefusedSql = (integrationKey: string, orderKey: string): string =>
  `exists (select from order_finding found
            where found.integration_key = ${integrationKey} and found.order_key = ${orderKey}
              and (found.severity = 'blocks' or found.code = 'closed-period-risk'))`
