/** SQL of the bytes that the content of a `sale_order` or `order_revision` takes; those of older rows are counted now. */
export function contentSize(alias: string): string {
  return `coalesce(${alias}.content_size, octet_length(${alias}.content::text))`
}
