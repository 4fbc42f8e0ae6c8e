/** SQL for the size of the content of a `sale_order` or `order_revision`; computed on the fly for older rows. */
export function contentSize(alias: string): string {
  return `coalesce(${alias}.content_size, octet_length(${alias}.content::text))`
}
