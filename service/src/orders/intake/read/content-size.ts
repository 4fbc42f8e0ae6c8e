/** SQL for the bytes of the content of a `sale_order` or `order_revision`; older rows have no stored size. */
export function contentSize(alias: string): string {
  return `coalesce(${alias}.content_size, octet_length(${alias}.content::text))`
}
