"""Connects a 1C and puts a paid order; prints what Obmen says of the order. Python 3.8 or newer, nothing else."""

import base64
import hashlib
import hmac
import json
import os
import time
import urllib.error
import urllib.request
from datetime import datetime, timezone

RETRIES = 5


def obmen(method, path, body=None):
    """Calls Obmen; waits and repeats where it asks for that. A POST is repeated only if it was refused at the door (429)."""
    for attempt in range(RETRIES + 1):
        request = urllib.request.Request(
            f"{os.environ['OBMEN']}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {os.environ['OBMEN_TOKEN']}",
                "Content-Type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            may_repeat = error.code == 429 or (error.code == 503 and method != "POST")
            if attempt == RETRIES or not may_repeat:
                raise RuntimeError(f"{error.code} {error.read().decode()}") from error
            time.sleep(float(error.headers.get("Retry-After") or 2**attempt))


def verify_webhook(secret, headers, body):
    """The event of a webhook's call (`body`: bytes as they came), or ValueError. Take it once by its webhook-id."""
    sent = int(headers["webhook-timestamp"])
    if abs(time.time() - sent) > 300:
        raise ValueError("too old")
    signed = f"{headers['webhook-id']}.{sent}.".encode() + body
    key = base64.b64decode(secret[len("whsec_"):])
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [one[len("v1,"):] for one in headers["webhook-signature"].split(" ") if one.startswith("v1,")]
    if not any(hmac.compare_digest(expected, one) for one in given):
        raise ValueError("wrong signature")
    return json.loads(body)


def main():
    company = obmen("GET", "/companies?limit=1")["items"][0]["id"]
    # Once for each company. The answer has address, login and password for 1C.
    settings = {"paymentrules": [{"status": "purchased"}], "paymentmethodname": "Оплата картой"}
    obmen("POST", "/integrations", {"name": "Бухгалтерия", "companyId": company, "settings": settings})
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    order = {
        "number": "P/1",
        "companyId": company,
        "placedAt": now,
        "status": "purchased",
        "currency": "RUB",
        "customer": {
            "id": "o-4",
            "kind": "organization",
            "name": "ООО «Вектор»",
            "inn": "7707083893",
            "kpp": "773601001",
        },
        "lines": [
            {
                "id": "svc-12",
                "name": "Аренда переговорной",
                "kind": "service",
                "quantity": "2",
                "price": "1500.00",
                "amount": "3000.00",
                "vat": "22",
            }
        ],
        "vatIncluded": True,
        "total": "3000.00",
        "payments": [
            {"id": "pay-p-1", "gateway": "CKassa", "status": "paid", "amount": "3000.00", "paidAt": now}
        ],
    }
    # Whenever anything about the order changed: the order as it is now, whole.
    print(json.dumps(obmen("PUT", "/orders/python-1", order), ensure_ascii=False))


if __name__ == "__main__":
    main()
