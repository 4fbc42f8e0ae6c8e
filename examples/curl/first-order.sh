#!/usr/bin/env bash
# Connects a 1C and puts a paid order; prints what Obmen says of the order.
set -euo pipefail
: "${OBMEN:?the address of Obmen}" "${OBMEN_TOKEN:?an API token}"

obmen() { # METHOD PATH: the body, if any, comes from stdin
  local body=(--data @- -H 'Content-Type: application/json')
  [ "$1" != GET ] || body=(--get)
  curl -sS --fail-with-body --retry 5 -X "$1" "$OBMEN/api/v1$2" -H "Authorization: Bearer $OBMEN_TOKEN" "${body[@]}"
}

company=$(obmen GET '/companies?limit=1' | grep -oE '"id":"[^"]+"' | head -1 | cut -d'"' -f4)

# Once for each company. The answer has address, login and password for 1C.
obmen POST /integrations <<JSON >/dev/null
{ "name": "Бухгалтерия", "companyId": "$company",
  "settings": { "paymentrules": [{ "status": "purchased" }], "paymentmethodname": "Оплата картой" } }
JSON

# Whenever anything about the order changed: the order as it is now, whole.
obmen PUT /orders/curl-1 <<JSON
{ "number": "C/1", "companyId": "$company", "placedAt": "$(date -u +%FT%TZ)", "status": "purchased", "currency": "RUB",
  "customer": { "id": "o-4", "kind": "organization", "name": "ООО «Вектор»", "inn": "7707083893", "kpp": "773601001" },
  "lines": [{ "id": "svc-12", "name": "Аренда переговорной", "kind": "service",
    "quantity": "2", "price": "1500.00", "amount": "3000.00", "vat": "22" }],
  "vatIncluded": true, "total": "3000.00",
  "payments": [{ "id": "pay-c-1", "gateway": "CKassa", "status": "paid", "amount": "3000.00",
    "paidAt": "$(date -u +%FT%TZ)" }] }
JSON
