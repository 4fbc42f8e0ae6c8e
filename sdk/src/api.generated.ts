// Written by `npm run types --workspace sdk`.
export interface paths {
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                        /** @description Of a person with a second factor, after 401 with `second-factor-needed` */
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change own name, language or look of lists */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        locale?: "ru" | "en";
                        /** @description Replaces all of them */
                        preferences?: {
                            /**
                             * @default comfortable
                             * @enum {string}
                             */
                            density?: "comfortable" | "compact";
                            /**
                             * @description Of each list of the web app, those not shown
                             * @default {}
                             */
                            hiddenColumns?: {
                                [key: string]: string[];
                            };
                            /**
                             * @description Filters of lists that the person saved
                             * @default []
                             */
                            views?: {
                                /** @enum {string} */
                                list: "orders" | "tasks";
                                name: string;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                locationId: string;
                                /** @description As in the address of the web app */
                                search: string;
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change own password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        /** @description At least 8 characters that are not spaces; below 12, no common one */
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own open sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 50 at most */
                            items: components["schemas"]["Session"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End all own sessions but this one */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the own second factor is on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactor"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin to turn on the own second factor: a new secret */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactorSecret"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Turn off the own second factor */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description Of the authenticator app, or a recovery code; each is accepted once */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn on the own second factor by its first code; ends the other sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of the authenticator app, or a recovery code; each is accepted once */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the own recovery codes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description Of the authenticator app, or a recovery code; each is accepted once */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invitation as the invited person sees it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            /** @enum {string} */
                            role: "location-administrator" | "accountant" | "system-operator";
                            locationName: string | null;
                            /** @description Of an accountant */
                            companyNames: string[] | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of a new account */
                        name?: string;
                        /** @description Of a new account, or of the existing one with that e-mail; not needed when signed in to it */
                        password?: string;
                        /** @description Of an existing account with a second factor */
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many orders
         * @description application/x-ndjson with one order per line, answered line by line in the same order; an invalid line does not affect the others. The answer to an accepted order is that of PUT, warnings included.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description One line for each line of the request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": string;
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders by date */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    status?: string;
                    gateway?: string;
                    state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                    /** @description With state=held: the code of GET /held-orders */
                    cause?: string;
                    /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                    q?: string;
                    sort?: "placedAt" | "-placedAt";
                    /** @description Also say how many there are: `total` */
                    count?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrderListItem"][];
                            next: string | null;
                            /** @description With `count=true` */
                            total?: {
                                count: number;
                                /** @description False: there are more than `count` */
                                exact: boolean;
                                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                                sums?: {
                                    currency: string;
                                    /** @description A decimal string with two decimals: "1500.00" */
                                    total: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Put an order
         * @description Putting the same content again changes nothing. If-Match: "<revision>" protects a newer revision from being overwritten. Obmen-Origin: <integrationId> tells that the change was taken over from that 1C, which then is not sent it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrderInputInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedOrder"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedOrder"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of an order at each 1C */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrderExport"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the order to a 1C again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        integrationId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedOrder"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statuses and gateways of recent orders */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            statuses: string[];
                            gateways: string[];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: ({
                                /** @enum {string} */
                                kind: "received";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                            } | {
                                /** @enum {string} */
                                kind: "changed";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /** @description The revision it is compared with, if those between are no longer stored */
                                since?: number;
                                changes: {
                                    /** @description JSON pointer into the order */
                                    path: string;
                                    /** @description The line or payment that it is in: its name, else its id */
                                    item?: string;
                                    before?: unknown;
                                    after?: unknown;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "sent-before";
                                /** @description ISO 8601 with offset */
                                at: string;
                                /** @enum {string} */
                                which: "first" | "last";
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                            } | {
                                /** @enum {string} */
                                kind: "offered";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                batchId: number;
                                exchangeId: number | null;
                                /** @enum {string} */
                                outcome: "confirmed" | "sent" | "abandoned" | "open";
                            } | {
                                /** @enum {string} */
                                kind: "confirmed";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                batchId: number;
                                exchangeId: number | null;
                            } | {
                                /** @enum {string} */
                                kind: "held";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                /** @enum {string} */
                                heldKind: "person" | "finding" | "quarantine";
                                /** @description Russian */
                                reason: string;
                                /** @description The same: person, refused, or the code of a finding */
                                code: string | null;
                                /** @description What it is about */
                                params: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description Name of the person or token; null: Obmen itself */
                                by: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "released";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                /** @enum {string} */
                                heldKind: "person" | "finding" | "quarantine";
                                /**
                                 * @description revision: a new one; confirmed: its 1C took it after all
                                 * @enum {string}
                                 */
                                cause: "person" | "revision" | "confirmed";
                                by: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "accounting";
                                /** @description ISO 8601 with offset */
                                at: string;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                /** @description Parts of what 1C says: posted, paid, lines, … */
                                changed: string[];
                                documentNumber: string | null;
                                uploadId: number;
                            } | {
                                /** @enum {string} */
                                kind: "taken-over";
                                /** @description ISO 8601 with offset */
                                at: string;
                                revision: number;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                            } | {
                                /** @enum {string} */
                                kind: "task";
                                /** @description ISO 8601 with offset */
                                at: string;
                                /**
                                 * Format: uuid
                                 * @description An id assigned by Obmen
                                 */
                                integrationId: string;
                                integrationName: string;
                                /**
                                 * @description settled: by itself
                                 * @enum {string}
                                 */
                                change: "made" | "done" | "reopened" | "settled";
                                /** @description Name of the person or token; null: Obmen itself */
                                by: string | null;
                                /** @enum {string} */
                                code: "enter-refund" | "undo-payment" | "enter-payment" | "enter-overpayment" | "check-canceled" | "check-payment";
                                /** @description What the sentence is made of */
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @description What to do in 1C, Russian */
                                message: string;
                                orderId: string;
                                platformNumber: string | null;
                                /** @description Of the order in that 1C */
                                number: string;
                            })[];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The order as it was at a revision */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    revision: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                            /** @description ISO 8601 with offset */
                            at: string;
                            order: Record<string, never>;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The XML that would be sent now */
        get: {
            parameters: {
                query: {
                    /** @description An id assigned by Obmen */
                    integrationId: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            xml: string;
                            revision: number;
                            /** @description True: exactly the bytes sent; false: rewritten from that revision */
                            exact: boolean;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What 1C will do with the order */
        get: {
            parameters: {
                query: {
                    /** @description An id assigned by Obmen */
                    integrationId: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Finding"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/sent-xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The XML that was sent in a batch */
        get: {
            parameters: {
                query: {
                    batchId: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            xml: string;
                            revision: number;
                            /** @description True: exactly the bytes sent; false: rewritten from that revision */
                            exact: boolean;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/accounting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each 1C says of the order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AccountingItem"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/latest-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came last of this 1C: documents, or orders that it confirmed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False: it has sent none, these are the last orders that it confirmed */
                            reported: boolean;
                            /** @description The newest first, five at most */
                            items: {
                                orderId: string;
                                /** @description Of the order in this 1C */
                                number: string;
                                documentNumber: string | null;
                                /** @description By the clock of 1C, without offset */
                                documentDate: string | null;
                                /** @description A decimal string with two decimals: "1500.00" */
                                total: string;
                                currency: string;
                                /** @description ISO 8601 with offset */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/unknown-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents of this 1C that match no order */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["UnknownDocument"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the order back from a 1C
         * @description Nothing of the order is sent, its later revisions neither, until it is released.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        integrationId: string;
                        /** @description For the people who see the order */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrderExport"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release an order that is held back from a 1C
         * @description Whatever holds it: an order that preflight or the 1C itself objects to is sent all the same. One that a person held is held by preflight (`heldKind` `finding`) from then on if that objects to it; a second release sends it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        integrationId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrderExport"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bulk actions, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "running" | "done" | "canceled";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BulkAction"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Resend, hold or release many orders
         * @description Runs in the background, also across restarts; GET the action for its progress. Of one location 20 run at once at most: 409.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "resend" | "hold" | "release";
                        /**
                         * Format: uuid
                         * @description The 1C that it is about; only orders of its company are taken
                         */
                        integrationId: string;
                        /** @description Of hold, for the people who see the orders */
                        reason?: string;
                        /** @description These orders */
                        orderIds?: string[];
                        /** @description Or all that match, as GET /orders lists them */
                        filter?: {
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            companyId?: string;
                            status?: string;
                            gateway?: string;
                            /** @enum {string} */
                            state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                            /** @description With state=held: the code of GET /held-orders */
                            cause?: string;
                            /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                            from?: string;
                            /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                            to?: string;
                            /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                            q?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a bulk action */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a bulk action; what is done stays done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release what a bulk action held */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkAction"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Integrations */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Integration"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Connect a 1C; returns its login and password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default CommerceML
                         * @enum {string}
                         */
                        class?: "CommerceML";
                        name: string;
                        settings: {
                            [key: string]: unknown;
                        } | string;
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        companyId: string;
                        /** @description True confirms a start of counting (ordernumberfrom) more than 10,000 past the highest number used; without it 409 number-jump */
                        confirm?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegrationWithPassword"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One integration */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Integration"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove an integration */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an integration */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        settings?: {
                            [key: string]: unknown;
                        } | string;
                        enabled?: boolean;
                        /**
                         * Format: uuid
                         * @description Never changes; another value answers 409
                         */
                        companyId?: string;
                        /** @description True confirms a start of counting (ordernumberfrom) more than 10,000 past the highest number used; without it 409 number-jump */
                        confirm?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Integration"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/integrations/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give 1C a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntegrationWithPassword"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell which program is on the other side
         * @description Answers `recognition.question`: sets `client` in the settings, or keeps it as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Another than that of the settings becomes it; the same is kept, and not asked of again
                         * @enum {string}
                         */
                        client: "bp" | "unf" | "ut" | "rt" | "bitrix";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Integration"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/early-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle orders placed before 1C was connected
         * @description A Бухгалтерия confirms orders placed before its start date without loading them. Either they are sent again, by a bulk action in steps, or 1C has them already.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description False: 1C has them, and nothing is to be done */
                        resend: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many will be sent again; 10,001: more than 10,000 */
                            orders: number;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/settings:validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read settings without saving
         * @description What was corrected, what the rules do, how many of the company’s orders would match, and which payments keep the form in which 1C received them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        settings: {
                            [key: string]: unknown;
                        } | string;
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        companyId?: string;
                        /**
                         * Format: uuid
                         * @description The integration that will get these settings: adds warnings
                         */
                        integrationId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            settings: {
                                [key: string]: unknown;
                            };
                            text: string;
                            notes: string[];
                            rules: string;
                            matching: {
                                count: number;
                                of: number;
                                /** @description False: only the newest orders were checked */
                                complete: boolean;
                            } | null;
                            warnings: components["schemas"]["SettingsWarning"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of this 1C, by name */
        get: {
            parameters: {
                query?: {
                    /** @description Words in any form, or the beginning of an article, a barcode or an id */
                    q?: string;
                    /** @description In this group, or in one within it */
                    group?: string;
                    /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
                    state?: "current" | "deleted" | "gone";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CatalogueItem"][];
                            next: string | null;
                            /** @description Of the whole catalogue, with the first page */
                            counts: {
                                current: number;
                                deleted: number;
                                gone: number;
                            } | null;
                            /** @description How many it has now, with the first page */
                            priceTypes: number | null;
                            /** @description The last file of it that was read, with the first page */
                            latest: {
                                name: string;
                                /** @description ISO 8601 with offset */
                                receivedAt: string;
                                exchangeId: number;
                                /** @description As `catalogue` of an upload; null: read before this was kept */
                                whole: boolean | null;
                            } | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item, with its prices and stock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                    itemId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueItem"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of items */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CatalogueGroup"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/price-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Types of prices */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CataloguePriceType"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of orders and the items that they are linked to */
        get: {
            parameters: {
                query?: {
                    /** @description broken: the item is gone, or marked for deletion */
                    state?: "linked" | "unlinked" | "broken";
                    /** @description Part of the id or name of the line */
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CatalogueLink"][];
                            next: string | null;
                            counts: {
                                linked: number;
                                unlinked: number;
                                broken: number;
                            };
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Link a line to an item */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                    lineId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description GUID, or GUID#GUID with a characteristic */
                        itemId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueLink"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove the link of a line */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                    lineId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links:suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suggest items for lines, by article and name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            lineId: string;
                            /** @description Else as the line was called first */
                            name?: string;
                            /** @description Else the id of the line */
                            article?: string;
                        }[];
                        /**
                         * @description Suggestions for each line
                         * @default 3
                         */
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                lineId: string;
                                suggestions: {
                                    item: {
                                        itemId: string;
                                        name: string;
                                        article: string | null;
                                        unit: {
                                            code: string | null;
                                            name: string | null;
                                        } | null;
                                        vat: string | null;
                                        /**
                                         * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
                                         * @enum {string}
                                         */
                                        state: "current" | "deleted" | "gone";
                                    };
                                    /** @description Up to 1 */
                                    score: number;
                                    /** @enum {string} */
                                    by: "article" | "name";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of an integration
         * @description Who created it and changed its name, settings, pause or password; the newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["IntegrationChange"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XML that the next query would return
         * @description While the order that this 1C refuses is searched, the query itself gives a part of these orders.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Orders, batchlimit at most; without it as many as the query would return */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run: play the 1C of this integration
         * @description What that 1C would make of each order of the next package; nothing is marked as sent.
         */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            client: string;
                            /** @description How the exchange would end, Russian */
                            outcome: string;
                            /** @enum {string} */
                            outcomeCode: "confirmed" | "loaded" | "confirmation-refused" | "load-failed" | "not-read" | "not-authorised" | "not-initialised" | "cut";
                            confirmed: boolean;
                            documents: {
                                /** @description As this 1C gets it */
                                orderNumber: string;
                                orderId: string | null;
                                /** @enum {string} */
                                action: "created" | "updated" | "canceled" | "skipped" | "refused" | "rolled-back" | "not-reached";
                                documentKind: string;
                                documentNumber: string;
                                sum: string | null;
                                currency: string | null;
                                customer: string;
                                /** @description The created payment, or why there is none */
                                payment: string | null;
                                paymentMade: boolean;
                                /** @description Why it was not created */
                                reason: string | null;
                            }[];
                            findings: {
                                /** @enum {string} */
                                level: "fatal" | "dropped" | "warning" | "note";
                                orderNumber: string | null;
                                /** @description Of the simulator; simulator/README.md lists them */
                                code: string;
                                /** @description What the sentence is made of */
                                params: {
                                    [key: string]: string | number;
                                };
                                /** @description Russian */
                                message: string;
                            }[];
                            /** @description True: more orders are owed than were checked, because of `limit`, batchlimit or their size */
                            truncated: boolean;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of preflight for its orders */
        get: {
            parameters: {
                query?: {
                    severity?: "blocks" | "loses" | "note";
                    code?: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ListedFinding"][];
                            next: string | null;
                            /** @description Of how many orders each code was found, whatever the filter; with the first page only */
                            counts: {
                                /** @enum {string} */
                                code: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
                                /** @enum {string} */
                                severity: "blocks" | "loses" | "note";
                                orders: number;
                            }[] | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an accountant has to do by hand */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "done";
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    orderId?: string;
                    /** @description When it appeared, or was done; as of orders */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Also say how many there are: `total` */
                    count?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Task"][];
                            next: string | null;
                            /** @description With `count=true` */
                            total?: {
                                count: number;
                                /** @description False: there are more than `count` */
                                exact: boolean;
                                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                                sums?: {
                                    currency: string;
                                    /** @description A decimal string with two decimals: "1500.00" */
                                    total: string;
                                }[];
                            };
                            /** @description How many are open in the location, whatever the filter */
                            open: number;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a task as done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a task again that was marked as done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Task"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies by name */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    /** @description Absent: all */
                    archived?: string;
                    /** @description Also say how many there are: `total` */
                    count?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Company"][];
                            next: string | null;
                            /** @description With `count=true` */
                            total?: {
                                count: number;
                                /** @description False: there are more than `count` */
                                exact: boolean;
                                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                                sums?: {
                                    currency: string;
                                    /** @description A decimal string with two decimals: "1500.00" */
                                    total: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a company */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
                        inn: string;
                        kpp?: string | null;
                        /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
                        regimes?: {
                            /** Format: date */
                            from: string;
                            /** @enum {string} */
                            vat: "5" | "7" | "22" | "none";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Company"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One company */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Company"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, archive or restore a company */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
                        inn?: string;
                        kpp?: string | null;
                        /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
                        regimes?: {
                            /** Format: date */
                            from: string;
                            /** @enum {string} */
                            vat: "5" | "7" | "22" | "none";
                        }[];
                        archived?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Company"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/locations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The location of the token */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the location: its name, time zone, names of statuses */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description IANA name: Asia/Yekaterinburg */
                        timezone?: string;
                        /** @description What people read instead of the platform’s statuses: {"purchased": "Оплачен"} */
                        statuslabels?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places that orders name */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Place"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events after a position, in order */
        get: {
            parameters: {
                query?: {
                    /** @description next of an earlier answer, or the id of an event */
                    after?: string;
                    /** @description Only these, separated by commas */
                    types?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Event"][];
                            /** @description Pass it as `after` to continue: always present, even when nothing new has happened */
                            next: string;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of the location */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Webhook"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a webhook for events from now on
         * @description A token gets only types of events that its rights read.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        url: string;
                        /** @description ["*"]: every type, those of later versions too */
                        types: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                            "*"
                        ];
                        /** @description Only what concerns this company */
                        companyId?: string | null;
                        description?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecret"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a webhook with its attempts */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change, disable or resume a webhook
         * @description A token may change what it sends, or where, if its rights read all types of the webhook, old and new.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        url?: string;
                        /** @description ["*"]: every type, those of later versions too */
                        types?: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                            "*"
                        ];
                        companyId?: string | null;
                        description?: string;
                        /** @description true takes it up again, whatever had stopped it; false stops it, and nothing is kept for it */
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a new secret; each old one signs for 24 hours as well */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecret"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivery attempts, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: "pending" | "delivered" | "failed";
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WebhookAttempt"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One attempt with its request and answer
         * @description The body of the request is null if its event was forgotten, or is none that the rights read.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                    attemptId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookAttemptDetail"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts/{attemptId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry the event of an attempt now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                    attemptId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The attempt that is to be made now */
                            attemptId: number;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of type test to this webhook only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            eventId: string;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the events of a period again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @description Of the webhook’s own types only these */
                        types?: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many are sent once more */
                            events: number;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchanges, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                    from?: string;
                    to?: string;
                    /** @description Exchanges in a row that carried nothing, checks of the connection among them, as one */
                    collapse?: string;
                    /** @description Also say how many there are: `total` */
                    count?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Exchange"][];
                            next: string | null;
                            /** @description With `count=true` */
                            total?: {
                                count: number;
                                /** @description False: there are more than `count` */
                                exact: boolean;
                                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                                sums?: {
                                    currency: string;
                                    /** @description A decimal string with two decimals: "1500.00" */
                                    total: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exchange with its requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeDetail"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders of an exchange */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ExchangeOrder"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/entries/{entryId}/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recorded body, whole or in part */
        get: {
            parameters: {
                query?: {
                    side?: "request" | "response";
                    /** @description First byte */
                    offset?: number;
                    /** @description At most this many bytes; absent: all */
                    limit?: number;
                    download?: string;
                };
                header?: never;
                path: {
                    id: number;
                    entryId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that 1C sent in an exchange, in order of arrival */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Upload"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a file said, and what each document of it changed */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["UploadedDocument"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests for changes
         * @description Refused lines of a batch are listed separately. Kept for INTAKE_KEEP_DAYS.
         */
        get: {
            parameters: {
                query?: {
                    status?: "refused" | "accepted";
                    /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                    orderId?: string;
                    /** @description Refused for this, as in /requests/causes */
                    cause?: string;
                    /** @description An id assigned by Obmen */
                    tokenId?: string;
                    /** @description A date of the location or a timestamp, inclusive */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ApiRequest"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refused requests by cause
         * @description Of the newest 10,000 that were refused, the most frequent cause first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    tokenId?: string;
                    /** @description A date of the location or a timestamp, inclusive */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RefusalCause"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests accepted and refused by day */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    tokenId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description A day of the location, oldest first, up to 30, as far as the log goes back */
                                date: string;
                                /** @description Requests; of batches, lines */
                                accepted: number;
                                refused: number;
                            }[];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with its body */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiRequestDetail"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders as CSV, all that match the filter */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    status?: string;
                    gateway?: string;
                    state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                    /** @description With state=held: the code of GET /held-orders */
                    cause?: string;
                    /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                    q?: string;
                    sort?: "placedAt" | "-placedAt";
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                    /** @description Only these orders, by the platform’s ids */
                    id?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks as CSV, all that match the filter */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "done";
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    orderId?: string;
                    /** @description When it appeared, or was done; as of orders */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchanges as CSV, all that match the filter */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                    from?: string;
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for changes as CSV, all that match the filter */
        get: {
            parameters: {
                query?: {
                    status?: "refused" | "accepted";
                    /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                    orderId?: string;
                    /** @description Refused for this, as in /requests/causes */
                    cause?: string;
                    /** @description An id assigned by Obmen */
                    tokenId?: string;
                    /** @description A date of the location or a timestamp, inclusive */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies as CSV, all that match the filter */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    /** @description Absent: all */
                    archived?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders as XLSX, all that match the filter */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    status?: string;
                    gateway?: string;
                    state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                    /** @description With state=held: the code of GET /held-orders */
                    cause?: string;
                    /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                    q?: string;
                    sort?: "placedAt" | "-placedAt";
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                    /** @description Only these orders, by the platform’s ids */
                    id?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks as XLSX, all that match the filter */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "done";
                    /** @description An id assigned by Obmen */
                    companyId?: string;
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    orderId?: string;
                    /** @description When it appeared, or was done; as of orders */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchanges as XLSX, all that match the filter */
        get: {
            parameters: {
                query?: {
                    /** @description An id assigned by Obmen */
                    integrationId?: string;
                    outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                    from?: string;
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for changes as XLSX, all that match the filter */
        get: {
            parameters: {
                query?: {
                    status?: "refused" | "accepted";
                    /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                    orderId?: string;
                    /** @description Refused for this, as in /requests/causes */
                    cause?: string;
                    /** @description An id assigned by Obmen */
                    tokenId?: string;
                    /** @description A date of the location or a timestamp, inclusive */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies as XLSX, all that match the filter */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    /** @description Absent: all */
                    archived?: string;
                    /** @description Of headings and states */
                    language?: "ru" | "en";
                    /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                    separator?: "comma" | "semicolon";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of everything at a glance
         * @description A token gets the parts that it has the right to; a token with none of these rights is refused.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Orders that some 1C is owed now; 10,001: more than 10,000 (orders:read) */
                            owed: number | null;
                            /** @description Those waiting for more than an hour, as `owed` (orders:read) */
                            owedLate: number | null;
                            /** @description Orders that are held back from some 1C, as `owed` (orders:read) */
                            held: number | null;
                            owedSince: string | null;
                            /** @description The first 200 (integrations:read) */
                            integrations: components["schemas"]["OverviewIntegration"][] | null;
                            /** @description Cursor of the next ones in GET /overview/integrations; null: there are no more */
                            integrationsNext: string | null;
                            days: {
                                date: string;
                                /** @description orders:read */
                                ordersReceived: number | null;
                                /** @description orders:read */
                                ordersConfirmed: number | null;
                                /** @description journal:read */
                                exchanges: number | null;
                                /** @description journal:read */
                                failures: number | null;
                            }[];
                            /** @description journal:read */
                            recentExchanges: components["schemas"]["Exchange"][] | null;
                            /** @description Owed for longest (orders:read) */
                            ordersToLookAt: components["schemas"]["OrderListItem"][] | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Integrations as in the overview */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OverviewIntegration"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounting/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has not arrived, and how the orders of a period stand, with sums */
        get: {
            parameters: {
                query?: {
                    /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                    from?: string;
                    /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Desk"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs attention now
         * @description Worst first: integrations in trouble or late (integrations:read), orders held by preflight or by their 1C and open tasks (orders:read), files that could not be read (journal:read), stopped webhooks (webhooks:read). An item disappears when its cause does.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attention"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/held-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Held orders by 1C and cause */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["HeldGroup"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who hold a role */
        get: {
            parameters: {
                query?: {
                    role?: "location-administrator" | "accountant" | "system-operator";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["User"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take the role from a person
         * @description Tokens created by the person keep working, except for `revokeTokens`; the answer lists them. The role and those tokens are taken together, or neither is.
         */
        delete: {
            parameters: {
                query?: {
                    role?: "location-administrator" | "accountant" | "system-operator";
                    /** @description Tokens that the person created in this location, revoked together with the role; separated by commas */
                    revokeTokens?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RemovedUser"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Disable, enable or rename a person, or choose an accountant’s companies */
        patch: {
            parameters: {
                query?: {
                    role?: "location-administrator" | "accountant" | "system-operator";
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled?: boolean;
                        name?: string;
                        /** @description Of an accountant: replaces the companies */
                        companyIds?: string[];
                        /** @description With `companyIds`: those that were read; if they have been changed since, 412 and nothing is done */
                        seenCompanyIds?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open invitations */
        get: {
            parameters: {
                query?: {
                    role?: "location-administrator" | "accountant" | "system-operator";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Invitation"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite a person; answers with the link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /**
                         * @default location-administrator
                         * @enum {string}
                         */
                        role?: "location-administrator" | "accountant" | "system-operator";
                        /** @description For an accountant, and only then: whose data is seen */
                        companyIds?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationWithUrl"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: {
                    role?: "location-administrator" | "accountant" | "system-operator";
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API tokens */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description Only those created by this person */
                    createdBy?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ApiToken"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a token; its secret is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /**
                         * @default [
                         *       "orders:read",
                         *       "orders:write",
                         *       "integrations:read",
                         *       "integrations:write",
                         *       "integrations:credentials",
                         *       "companies:read",
                         *       "companies:write",
                         *       "journal:read",
                         *       "events:read",
                         *       "webhooks:read",
                         *       "webhooks:write"
                         *     ]
                         */
                        rights?: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiTokenWithSecret"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Health, disk and limits of the system */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["System"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the log level */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["System"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/system/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All locations
         * @description Those with most 1C bases in trouble first, then by name.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LocationSummary"][];
                        };
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a location with its first administrator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        timezone: string;
                        adminEmail: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedLocation"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in exchanges, as server-sent events
         * @description text/event-stream of LiveEvent. One person or token may hold 30 streams (429), all together 1,000, of one location half of them (503). Who does not read is disconnected. Every 20 seconds comes an event `heartbeat` without data; a stream ends when events may have been lost.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/uploads:inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a file of 1C says and would change
         * @description Send the file unchanged (XML in any encoding, or zip) as application/octet-stream. Nothing is changed or stored. `obmen 1c inspect` does the same.
         */
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path: {
                    /** @description An id assigned by Obmen */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileInspection"];
                    };
                };
                /** @description Refused: RFC 9457 problem details */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        OrderCustomerInput: {
            /** @constant */
            kind: "person";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            /** @description With lastName, unless name is given */
            firstName?: string;
            lastName?: string;
            middleName?: string;
            /** @description The whole name in one string, instead of the three: «Иванов Иван Иванович», «Иван Иванов», «Иванов И. И.». It is kept in its parts */
            name?: string;
        } | {
            /** @constant */
            kind: "organization";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        } | {
            /** @constant */
            kind: "entrepreneur";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        };
        OrderLineInputInput: {
            /** @description The platform's own lasting id of the item or service, the same in every order and never of another one: 1C:Бухгалтерия binds it to an item of its catalogue for good. Not a row number, not a new id for each order */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "goods" | "service";
            /**
             * @description A decimal string above zero, at most four decimals
             * @example 2
             */
            quantity: string;
            /**
             * @description ОКЕИ code, 796 (piece) by default; 0796 is the same
             * @default 796
             */
            unit?: string;
            /**
             * @description Price of one, before discount
             * @example 1500.00
             */
            price: string;
            /**
             * @description Discount of the whole line
             * @default 0.00
             * @example 1500.00
             */
            discount?: string;
            /**
             * @description quantity × price − discount, to half a kopeck
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
        };
        OrderRefundInputInput: {
            id: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            refundedAt: string;
        };
        OrderPaymentInputInput: {
            id: string;
            gateway: string;
            /** @enum {string} */
            status: "pending" | "paid" | "failed" | "canceled" | "refunded";
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Required of a payment whose status is paid
             * @example 2026-11-17T12:15:07+05:00
             */
            paidAt?: string;
            /** @description Parts given back, of a payment that is paid or refunded; the status refunded means the whole */
            refunds?: components["schemas"]["OrderRefundInputInput"][];
        };
        OrderDeliveryInput: {
            name: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
            address?: string;
            recipient?: string;
            trackNumber?: string;
        };
        OrderInputInput: {
            /** @description The platform's id; with PUT it equals the path's, in a batch it is required */
            id?: string;
            /** @description The platform's own number, as people see it there */
            number?: string;
            /** Format: uuid */
            companyId: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            placedAt: string;
            /** @description The platform's own word; canceled or cancelled mean canceled */
            status: string;
            /** @default false */
            canceled?: boolean;
            /** @example RUB */
            currency: string;
            customer: components["schemas"]["OrderCustomerInput"];
            lines: components["schemas"]["OrderLineInputInput"][];
            /** @description False: amounts are net, the total is with VAT added */
            vatIncluded: boolean;
            /**
             * @description Sum of the amounts and the delivery, with VAT; of net ones as 1C calculates it, VAT rounded to the kopeck for each line
             * @example 1500.00
             */
            total: string;
            comment?: string;
            place?: {
                id: string;
                name: string;
            };
            delivery?: components["schemas"]["OrderDeliveryInput"];
            payments?: components["schemas"]["OrderPaymentInputInput"][];
            /** @description Become requisites of the document */
            attributes?: {
                [key: string]: string;
            };
        };
        FieldProblemInput: {
            /** @description JSON pointer into the request: "/lines/2/vat" */
            path: string;
            /** @description Russian */
            message: string;
            /** @description What is wrong, of a closed list: docs/errors.md */
            code?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description In the JSON text of settings, from 1 */
            line?: number;
            column?: number;
        };
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            /** @description Closed list, see docs/errors.md */
            code: string;
            /** @description What is wrong and what to do, in Russian */
            detail: string;
            /** @description What `detail` says, of a closed list: docs/errors.md */
            reason?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description The request id, also in the log */
            instance?: string;
            errors?: components["schemas"]["FieldProblemInput"][];
        };
        FindingInput: {
            /**
             * @description docs/preflight.md lists them
             * @enum {string}
             */
            code: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity: "blocks" | "loses" | "note";
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
        };
        OrderWarningInput: {
            /** @enum {string} */
            code: "item-id-reused" | "payment-of-two-orders" | "inn-of-wrong-kind" | "inn-check-digits" | "damaged-text" | "status-means-canceled" | "paid-but-goes-nowhere" | "overwrites-accounting" | "payment-not-told-to-origin" | "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /** @description JSON pointer into the order, /lines/0/id */
            path: string;
            /** @description What will happen in 1C and what to do, Russian */
            message: string;
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity?: "blocks" | "loses" | "note";
            /**
             * Format: uuid
             * @description Of what holds for one 1C alone
             */
            integrationId?: string;
            /** @description What the sentence is made of */
            params?: {
                [key: string]: string | number;
            };
        };
        SavedOrderInput: {
            id: string;
            /** @description The sequence number: the one that 1C gets unless its integration says 'platform' */
            number: string;
            revision: number;
            changed: boolean;
            owedTo: string[];
            /** @description What the sender should look at although the order was accepted; more codes may be added */
            warnings: components["schemas"]["OrderWarningInput"][];
            /** @description A person's name that came in one string, as it was split */
            customer?: {
                lastName: string;
                firstName: string;
                middleName?: string;
            };
        };
        OrderExportInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /** @enum {string} */
            state: "owed" | "offered" | "held" | "confirmed" | "changed" | "not-matching";
            pendingRevision: number;
            confirmedRevision: number;
            /** @description The number in this 1C */
            number: string | null;
            owedSince: string | null;
            offeredAt: string | null;
            confirmedAt: string | null;
            /** @description Why the order is not exported, Russian */
            reason: string | null;
            /** @description Of an order that does not match: what `reason` is made of */
            mismatch: ({
                /** @enum {string} */
                code: "no-rules" | "canceled-first" | "recalculating" | "other-company";
            } | {
                /** @constant */
                code: "too-early";
                /** @description A day */
                from: string;
            } | {
                /** @constant */
                code: "rules";
                /** @description The first rules, ten at most */
                misses: {
                    /** @description From 0 */
                    rule: number;
                    status?: {
                        expected: string;
                        is: string;
                    };
                    gateway?: {
                        expected: string;
                        /** @description The first gateways of the order, ten at most */
                        has: string[];
                        /** @description How many others it has */
                        more?: number;
                    };
                }[];
                /** @description How many other rules there are, none of which is met */
                more?: number;
            }) | null;
            /** @description The code of the finding that it is held for */
            heldCode: string | null;
            /** @description What the reason is about, by name */
            heldParams: {
                [key: string]: unknown;
            } | null;
            /** @description person; finding: of preflight; quarantine: its 1C refused it */
            heldKind: ("person" | "finding" | "quarantine") | null;
            heldSince: string | null;
            /** @description Russian */
            heldReason: string | null;
            /** @description Name of the person or token; null: Obmen itself */
            heldBy: string | null;
            /** @description From when on Obmen tries one again that its 1C refused */
            retryAt: string | null;
        };
        OrderListItemInput: {
            id: string;
            /** @description The sequence number; `exports` tells the number in each 1C */
            number: string;
            platformNumber: string | null;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description ISO 8601 with offset */
            placedAt: string;
            status: string;
            canceled: boolean;
            currency: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            customerName: string;
            gateways: string[];
            revision: number;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            /** @description ISO 8601 with offset */
            changedAt: string;
            exports: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                /** @enum {string} */
                state: "owed" | "offered" | "held" | "confirmed" | "changed" | "not-matching";
                /** @description The number in this 1C */
                number: string;
                /** @description Since when it has been in this state */
                at: string | null;
                reason: string | null;
                /** @description Of an order that does not match: what `reason` is made of */
                mismatch: ({
                    /** @enum {string} */
                    code: "no-rules" | "canceled-first" | "recalculating" | "other-company";
                } | {
                    /** @constant */
                    code: "too-early";
                    /** @description A day */
                    from: string;
                } | {
                    /** @constant */
                    code: "rules";
                    /** @description The first rules, ten at most */
                    misses: {
                        /** @description From 0 */
                        rule: number;
                        status?: {
                            expected: string;
                            is: string;
                        };
                        gateway?: {
                            expected: string;
                            /** @description The first gateways of the order, ten at most */
                            has: string[];
                            /** @description How many others it has */
                            more?: number;
                        };
                    }[];
                    /** @description How many other rules there are, none of which is met */
                    more?: number;
                }) | null;
                heldKind: ("person" | "finding" | "quarantine") | null;
                /** @description The code of the finding that it is held for */
                heldCode: string | null;
                /** @description What the reason is about, by name */
                heldParams: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        StateCauseInput: {
            /** @enum {string} */
            code: "never-called" | "new-password" | "working" | "wrong-password" | "wrong-login" | "loading" | "not-confirmed" | "searching" | "takes-none" | "cut" | "failed" | "no-calls" | "paused";
            /** @description loading, not-confirmed, cut: orders of the last answer; searching, takes-none: among how many orders */
            orders: number | null;
            /** @description wrong-login: what 1C tried to sign in with */
            login: string | null;
            /** @description failed: what 1C was answered, Russian */
            failure: string | null;
        };
        IntegrationInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCauseInput"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
        };
        IntegrationWithPasswordInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            settings: {
                [key: string]: unknown;
            };
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            login: string;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCauseInput"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            password: string;
        };
        SettingsWarningInput: {
            /** @enum {string} */
            code: "payments-keep-method" | "payments-keep-form";
            /** @description Payments */
            count: number;
            /** @description False: only the newest payments were checked, there may be more */
            complete: boolean;
            /** @description Russian */
            message: string;
        };
        IntegrationChangeInput: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            /** @enum {string} */
            kind: "created" | "updated" | "password";
            /** @description A person, or the token of a program */
            by: {
                /** @enum {string} */
                kind: "person" | "token";
                name: string;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            before: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            after: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
            } | null;
        };
        HeldGroupInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            companyName: string;
            /** @enum {string} */
            holdKind: "person" | "finding" | "quarantine";
            /** @description Of the cause: person, refused, or that of a finding */
            code: string;
            /** @description Of one of the orders, Russian */
            reason: string;
            orders: number;
            /** @description Of the order that was held last */
            since: string;
            /** @description From when Obmen gives the next of them once more by itself; null: it does not */
            retryAt: string | null;
            /** @description Of that order */
            orderId: string;
            orderNumber: string;
        };
        AttentionInput: {
            /** @description Worst first: 1C gets nothing, refused an order, is late; what is held by findings; files; tasks; webhooks */
            items: ({
                /** @constant */
                kind: "integration";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                companyName: string;
                /**
                 * @description exchanging: it calls, but orders wait for over an hour
                 * @enum {string}
                 */
                state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
                stateCause: components["schemas"]["StateCauseInput"];
                /** @description ISO 8601 with offset */
                since: string;
                /** @description That wait for it; 10,001: more than 10,000 */
                orders: number;
                /** @description Since when the first of them has been waiting */
                owedSince: string | null;
            } | {
                /** @enum {string} */
                holdKind: "person" | "finding" | "quarantine";
                /** @description Of the cause: person, refused, or that of a finding */
                code: string;
                /** @description Of one of the orders, Russian */
                reason: string;
                /** @description Held for this cause, each once, from however many 1C bases */
                orders: number;
                /** @description Of the order that was held last */
                since: string;
                /** @description Of that order */
                orderId: string;
                orderNumber: string;
                /** @constant */
                kind: "held";
                integrations: {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                    integrationName: string;
                }[];
            } | {
                /** @constant */
                kind: "tasks";
                open: number;
                /** @description ISO 8601 with offset */
                since: string;
            } | {
                /** @constant */
                kind: "webhook";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                webhookId: string;
                url: string;
                /** @enum {string} */
                state: "active" | "paused" | "disabled";
                reason: ("failing" | "gone" | "person") | null;
                /** @description ISO 8601 with offset */
                since: string;
            } | {
                /** @constant */
                kind: "upload";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                exchangeId: number;
                name: string;
                /** @description Why it could not be read, Russian */
                failure: string;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
                /** @description ISO 8601 with offset */
                since: string;
            })[];
            /** @description There is more of some kind than is listed */
            more: boolean;
            /** @description Open tasks (orders:read) */
            tasks: number | null;
            /** @description Of these, held by nobody but people */
            heldByPeople: number | null;
            /** @description Orders held back from some 1C; 10,001: more (orders:read) */
            held: number | null;
        };
        BulkActionInput: {
            id: number;
            /** @enum {string} */
            action: "resend" | "hold" | "release";
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            reason: string | null;
            /** @enum {string} */
            state: "running" | "done" | "canceled";
            /** @description Null while the orders are being collected */
            total: number | null;
            /** @description Orders that it changed something for */
            done: number;
            /** @description Orders that were so already, or that this 1C has no part in */
            skipped: number;
            by: string | null;
            undoOf: number | null;
            /** @description POST …/undo releases what it held */
            undoable: boolean;
            /** @description An order of it still waits for 1C, or is held, because of it */
            pending: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            finishedAt: string | null;
        };
        CatalogueItemInput: {
            /** @description GUID, or GUID#GUID with a characteristic */
            itemId: string;
            name: string;
            fullName: string | null;
            article: string | null;
            barcode: string | null;
            unit: {
                code: string | null;
                name: string | null;
            } | null;
            /** @description As orders have it: "20", "10/110", "none"; another rate as 1C wrote it */
            vat: string | null;
            kind: ("goods" | "service") | null;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description ISO 8601 with offset */
            changedAt: string;
            groupIds: string[];
            characteristics: {
                name: string;
                value: string;
            }[];
            prices: {
                priceTypeId: string;
                priceType: string | null;
                price: string;
                currency: string | null;
                unit: string | null;
            }[];
            /** @description Of all warehouses */
            quantity: string | null;
            stock: {
                warehouseId: string;
                warehouse: string | null;
                quantity: string;
            }[];
            /** @description Lines of orders that are linked to it, 20 at most */
            lineIds: string[];
        };
        CatalogueGroupInput: {
            groupId: string;
            parentId: string | null;
            name: string;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
            items: number;
        };
        CataloguePriceTypeInput: {
            priceTypeId: string;
            name: string;
            currency: string | null;
            vatIncluded: boolean | null;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
        };
        CatalogueLinkInput: {
            lineId: string;
            /** @description As it stands in the latest order; null when no recent order has the line */
            name: string | null;
            unit: string | null;
            vat: string | null;
            /** @description In how many of the 5,000 latest orders of the integration */
            uses: number;
            /**
             * @description broken: the item is gone, or marked for deletion
             * @enum {string}
             */
            state: "linked" | "unlinked" | "broken";
            item: {
                itemId: string;
                name: string;
                article: string | null;
                unit: {
                    code: string | null;
                    name: string | null;
                } | null;
                vat: string | null;
                /**
                 * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
                 * @enum {string}
                 */
                state: "current" | "deleted" | "gone";
            } | null;
            since: string | null;
            /** @description What the item has otherwise */
            differs: ("unit" | "vat")[];
        };
        CompanyInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
            inn: string;
            kpp: string | null;
            /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
            regimes: {
                /** Format: date */
                from: string;
                /** @enum {string} */
                vat: "5" | "7" | "22" | "none";
            }[];
            archived: boolean;
            integrationCount: number;
            orderCount: number;
            /** @description What should be checked, Russian */
            notes: string[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
        };
        LocationInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /** @description What people read instead of the platform’s statuses: {"purchased": "Оплачен"} */
            statuslabels: {
                [key: string]: string;
            };
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            /** @description Public address of Obmen: 1C calls it + /1c, programs + /api/v1 */
            publicUrl: string;
        };
        PlaceInput: {
            id: string;
            name: string;
            orderCount: number;
            /** @description ISO 8601 with offset */
            lastOrderAt: string;
        };
        EventInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            /** @description ISO 8601 with offset */
            createdAt: string;
            integrationId: string | null;
            orderId: string | null;
            /** @description By type, see docs/platform.md */
            data: {
                [key: string]: unknown;
            };
        };
        WebhookInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                "*"
            ];
            companyId: string | null;
            description: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: ("failing" | "gone" | "person") | null;
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /** @description ISO 8601 with offset */
            createdAt: string;
        };
        WebhookWithSecretInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                "*"
            ];
            companyId: string | null;
            description: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: ("failing" | "gone" | "person") | null;
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description whsec_…, shown this once */
            secret: string;
        };
        WebhookAttemptInput: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description When it is to be made, unless an earlier event holds it back */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: ("address-not-public" | "host-not-allowed" | "name-not-found" | "connection-failed" | "certificate" | "timeout" | "broken-answer" | "redirect" | "status" | "event-forgotten") | null;
        };
        WebhookAttemptDetailInput: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description When it is to be made, unless an earlier event holds it back */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: ("address-not-public" | "host-not-allowed" | "name-not-found" | "connection-failed" | "certificate" | "timeout" | "broken-answer" | "redirect" | "status" | "event-forgotten") | null;
            request: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
            /** @description The body up to 4000 characters */
            answer: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
        };
        ExchangeInput: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /** @description ISO 8601 with offset */
            startedAt: string;
            /** @description ISO 8601 with offset */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                /** @enum {string} */
                outcome: "running" | "done" | "failure" | "refused" | "cut";
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            /** @enum {string} */
            outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /** @description When the first of them began */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
        };
        ExchangeEntryInput: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            method: string;
            /** @description Secrets masked */
            url: string;
            type: string | null;
            mode: string | null;
            /** @description Null for an accountant */
            login: string | null;
            status: number | null;
            /** @enum {string} */
            outcome: "running" | "done" | "failure" | "refused" | "cut";
            orderCount: number | null;
            batchId: number | null;
            /** @description Later similar refused calls, which are only counted */
            repeats: number;
            requestHeaders: {
                [key: string]: string;
            };
            responseHeaders: {
                [key: string]: string;
            } | null;
            requestSize: number;
            requestKept: number;
            responseSize: number;
            /** @description Bytes of the answer that can still be read */
            responseKept: number;
            /** @description A short answer, whole; longer ones by …/body */
            responseText: string | null;
        };
        ExchangeDetailInput: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /** @description ISO 8601 with offset */
            startedAt: string;
            /** @description ISO 8601 with offset */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                /** @enum {string} */
                outcome: "running" | "done" | "failure" | "refused" | "cut";
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            /** @enum {string} */
            outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /** @description When the first of them began */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
            entries: components["schemas"]["ExchangeEntryInput"][];
        };
        ExchangeOrderInput: {
            id: string;
            /** @description The sequence number */
            number: string;
            /** @description The one that was sent; customer and money are as they were in it */
            revision: number;
            customerName: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            currency: string;
            /** @enum {string} */
            outcome: "confirmed" | "sent" | "abandoned" | "open";
            batchId: number;
            /** @description What does not reach that 1C of the order as it is now */
            findings: components["schemas"]["FindingInput"][];
        };
        LineChangeInput: {
            /** @enum {string} */
            kind: "changed" | "added" | "removed";
            /** @description The platform's id of the line; null of one that 1C added, and of the delivery */
            lineId: string | null;
            name: string;
            before: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
            after: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
        };
        AccountingItemInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /**
             * @description conflict: the platform changed the order meanwhile, which is still owed; former: integration removed
             * @enum {string}
             */
            state: "current" | "conflict" | "former";
            /** @description GUID of the document in 1C */
            documentId: string | null;
            documentNumber: string | null;
            /** @description By the clock of 1C, without offset */
            documentDate: string | null;
            posted: boolean;
            deleted: boolean;
            canceled: boolean;
            status: string | null;
            statusId: string | null;
            total: string | null;
            paid: {
                number: string | null;
                date: string | null;
            } | null;
            shipped: {
                number: string | null;
                date: string | null;
            } | null;
            payments: {
                number: string | null;
                date: string | null;
                amount: string | null;
                method: string | null;
            }[];
            shipments: {
                number: string | null;
                date: string | null;
                lines: {
                    id: string | null;
                    name: string;
                    quantity: string | null;
                    price: string | null;
                    amount: string | null;
                }[];
            }[];
            delivery: {
                trackNumber: string | null;
                method: string | null;
                address: string | null;
                recipient: string | null;
                phone: string | null;
                email: string | null;
                pickupPoint: string | null;
                amount: string | null;
                comment: string | null;
            } | null;
            comment: string | null;
            customer: {
                id: string | null;
                name: string;
                inn: string | null;
                kpp: string | null;
            } | null;
            linesDiffer: boolean;
            lineChanges: components["schemas"]["LineChangeInput"][];
            requisites: {
                [key: string]: string;
            };
            /** @description What 1C said once and does not say any more */
            withdrawn: {
                /** @enum {string} */
                what: "posted" | "canceled" | "deleted" | "paid" | "shipped" | "status" | "payments";
                before: unknown;
                /** @description ISO 8601 with offset */
                toldAt: string;
                /** @description ISO 8601 with offset */
                withdrawnAt: string;
            }[];
            /** @description The revision that the lines are compared with */
            basisRevision: number | null;
            /** @description The newer revision that this 1C is owed */
            owedRevision: number | null;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            uploadId: number;
        };
        UnknownDocumentInput: {
            id: number;
            /** @description The number under which 1C believes to know an order */
            number: string | null;
            documentId: string | null;
            documentNumber: string | null;
            documentDate: string | null;
            total: string | null;
            customer: string | null;
            /** @enum {string} */
            reasonCode: "no-number" | "unknown-number" | "not-sent" | "other-order" | "before-order";
            /** @description Russian, with what to do */
            reason: string;
            /** @description ISO 8601 with offset */
            firstSeenAt: string;
            /** @description ISO 8601 with offset */
            lastSeenAt: string;
            uploadId: number;
        };
        ListedFindingInput: {
            /**
             * @description docs/preflight.md lists them
             * @enum {string}
             */
            code: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity: "blocks" | "loses" | "note";
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
            orderId: string;
            platformNumber: string | null;
            /** @description Of the order in this 1C */
            number: string;
            /** @description Since when it is so */
            since: string;
        };
        TaskInput: {
            id: number;
            /** @enum {string} */
            state: "open" | "done";
            /** @enum {string} */
            code: "enter-refund" | "undo-payment" | "enter-payment" | "enter-overpayment" | "check-canceled" | "check-payment";
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description What to do in 1C, Russian */
            message: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            orderId: string;
            platformNumber: string | null;
            /** @description Of the order in that 1C */
            number: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            doneAt: string | null;
            /** @description Null of a done one: it settled itself */
            doneBy: string | null;
        };
        OverviewIntegrationInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCauseInput"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            /** @description Whether its 1C has sent a document of an order */
            hasDocuments: boolean;
            /** @description Up to 20 of the last two weeks, newest first */
            lastExchanges: {
                id: number;
                /** @enum {string} */
                outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                ordersOffered: number;
            }[];
        };
        DeskInput: {
            /** @description Orders placed in the period */
            received: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=confirmed */
            confirmed: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=by-hand */
            byHand: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=held&cause=refused */
            refused: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description What has not arrived, whenever it was placed, of the 50 companies with most of it */
            missing: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                companyId: string;
                companyName: string;
                /** @description state=owed */
                owed: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
                /** @description state=held */
                held: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
            }[];
            /** @description Further companies with such orders */
            more: number;
        };
        SecondFactorInput: {
            /** @description Null: off */
            activeSince: string | null;
            recoveryCodesLeft: number;
        };
        SecondFactorSecretInput: {
            /** @description For typing into an authenticator app */
            secret: string;
            /** @description `otpauth://…`, for a QR code */
            uri: string;
        };
        RecoveryCodesInput: {
            recoveryCodes: string[];
        };
        MeInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** @description How lists look */
            preferences: {
                /**
                 * @default comfortable
                 * @enum {string}
                 */
                density?: "comfortable" | "compact";
                /**
                 * @description Of each list of the web app, those not shown
                 * @default {}
                 */
                hiddenColumns?: {
                    [key: string]: string[];
                };
                /**
                 * @description Filters of lists that the person saved
                 * @default []
                 */
                views?: {
                    /** @enum {string} */
                    list: "orders" | "tasks";
                    name: string;
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    locationId: string;
                    /** @description As in the address of the web app */
                    search: string;
                }[];
            };
            /**
             * @description `required`: off, and all but `/me` is refused until it is on
             * @enum {string}
             */
            secondFactor: "on" | "off" | "required";
            roles: {
                /** @enum {string} */
                role: "location-administrator" | "accountant" | "system-operator";
                locationId: string | null;
                locationName: string | null;
                /** @description Of an accountant: whose data is seen */
                companyIds: string[] | null;
            }[];
            /** @description Where the person works now: the location of X-Obmen-Location, else the first */
            location: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
                timezone: string;
                /** @description As in GET /locations/current */
                statuslabels: {
                    [key: string]: string;
                };
                /**
                 * @description What the person is in it
                 * @enum {string}
                 */
                role: "location-administrator" | "accountant" | "system-operator";
            } | null;
        };
        SessionInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @description The session that asks */
            current: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Exact to a minute */
            lastSeenAt: string;
            /** @description Where the person signed in: an IPv4 address, the /64 of an IPv6 one */
            address: string;
            /** @description As the browser sent it */
            userAgent: string;
        };
        UserInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            disabled: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            lastSeenAt: string | null;
        };
        InvitationInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            expiresAt: string;
        };
        InvitationWithUrlInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            expiresAt: string;
            url: string;
        };
        ApiTokenInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
        };
        RemovedUserInput: {
            /** @description Tokens that the person created in this location and that go on working */
            tokens: components["schemas"]["ApiTokenInput"][];
        };
        ApiTokenWithSecretInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
            token: string;
        };
        ApiRequestInput: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblemInput"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
        };
        ApiRequestDetailInput: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblemInput"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
            /** @description Of a refused request, secrets masked, up to 64 KB */
            body: string | null;
        };
        RefusalCauseInput: {
            /** @description Code of the first problem, and its place; for `cause` of /requests */
            cause: string;
            /** @description Path of the field, with * for numbers: /lines/*\/total */
            place: string | null;
            count: number;
            /** @description ISO 8601 with offset */
            lastAt: string;
            /** @description Of the last such refusal, as the following */
            code: string | null;
            /** @description The first problem, Russian */
            detail: string;
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
        };
        PaymentRuleInput: {
            /** @description Статус заказа на платформе, слово в слово. Без него — любой. */
            status?: string;
            /** @description Платёжный шлюз одного из платежей заказа (кроме неудачных и отменённых). Без него — любой. */
            gateway?: string;
            /** @description Способ оплаты в 1С для заказов этого правила вместо общего. */
            paymentmethodname?: string;
        };
        IntegrationSettingsInput: {
            /** @description Какие заказы выгружать: заказ подходит, если выполнено хотя бы одно правило. Пустое правило {} — все заказы. Название способа оплаты даёт первое выполненное правило. */
            paymentrules: components["schemas"]["PaymentRuleInput"][];
            /** @description Название способа оплаты точно как в 1С, не длиннее 50 символов. */
            paymentmethodname: string;
            /**
             * @description Программа 1С на другой стороне: auto — Обмен узнаёт её по обменам, а до первого передаёт заказы так, чтобы их верно прочла любая; bp — Бухгалтерия, unf — УНФ, ut — УТ, КА или ERP, rt — Розница, bitrix — модуль обмена Битрикс.
             * @default auto
             * @enum {string}
             */
            client?: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
            /**
             * @description Версия CommerceML, от 2.05 до 2.10.
             * @default 2.08
             * @enum {string}
             */
            schemaversion?: "2.05" | "2.06" | "2.07" | "2.08" | "2.09" | "2.10";
            /**
             * @description Кодировка XML: utf-8, utf-8-bom или windows-1251.
             * @default utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1251";
            /**
             * @description Оплаты для 1С: auto — подчинёнными документами той 1С, которая объявила cmlVersion 2.10 и новее, остальным реквизитами заказа; documents — всегда документами, каждая оплата отдельно; requisites — всегда реквизитами, одной оплатой на заказ. Что уже передано одним способом, так и передаётся дальше.
             * @default auto
             * @enum {string}
             */
            payments?: "auto" | "documents" | "requisites";
            /**
             * @description Номер заказа в 1С: sequence — по порядку внутри компании, platform — номер платформы.
             * @default sequence
             * @enum {string}
             */
            ordernumber?: "sequence" | "platform";
            /** @description С какого номера продолжить нумерацию компании. */
            ordernumberfrom?: number;
            /**
             * @description Сколько заказов выдавать за один обмен.
             * @default 5000
             */
            batchlimit?: number;
            /**
             * Format: date
             * @description Дата вида 2026-11-01: заказы, оформленные раньше неё, не выгружаются.
             */
            ordersfrom?: string;
            /**
             * Format: date
             * @description Дата вида 2026-10-01: документы раньше неё в Бухгалтерии закрыты для изменений («Даты запрета изменения»). Заказы с такой датой счёта не получат, и Обмен предупредит о них заранее.
             */
            closedbefore?: string;
            /**
             * @description Начинать ли комментарий документа в 1С номером заказа и платежами платформы: «Заказ OLV/17. Оплата pay-17, CKassa.» Обычно true.
             * @default true
             */
            commentprefix?: boolean;
            /**
             * @description Просить 1С присылать свои файлы в архиве.
             * @default false
             */
            zip?: boolean;
            /**
             * @description Наибольший размер файла от 1С в байтах; 0 — без ограничения.
             * @default 104857600
             */
            filelimit?: number;
            /**
             * @description Принимать ли от 1С изменённые в ней заказы и каталог. Обычно true; false — заказы отклоняются, каталог пропускается.
             * @default true
             */
            accept1c?: boolean;
            /**
             * @description После скольких порций подряд, которые 1С скачала и не подтвердила, искать заказ, который она не принимает, и удержать его. Обычно 2; 0 — не искать.
             * @default 2
             */
            quarantineafter?: number;
            /**
             * @description Сколько секунд самое меньшее ждать подтверждения, прежде чем считать порцию неподтверждённой. Обычно 60.
             * @default 60
             */
            quarantinepause?: number;
        };
        SystemInput: {
            version: string;
            node: string;
            /** @description ISO 8601 with offset */
            startedAt: string;
            memoryBytes: number;
            /** @enum {string} */
            logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
            publicUrl: string;
            database: {
                embedded: boolean;
                version: string;
                sizeBytes: number;
                connections: number;
                pendingMigrations: string[];
            };
            disk: {
                path: string;
                freeBytes: number;
                totalBytes: number;
            } | null;
            queue: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                oldestOwedSince: string | null;
                openBatches: number;
            };
            jobs: {
                /** @description Background jobs that are due and not taken yet */
                waiting: number;
                /** @description Background jobs whose last try failed; they are tried again */
                failed: number;
            };
            exchanges: {
                integrations: number;
                /** @description Of those, in trouble by the rule of /attention */
                troubled: number;
                /** @description When any 1C called last */
                lastCallAt: string | null;
            };
            /** @description The variables of docs/configuration.md */
            limits: {
                name: string;
                /** @description As in the environment, sizes in bytes; empty: not set, or a secret */
                value: string;
                /** @description Not the default */
                changed: boolean;
                /** @enum {string} */
                unit: "bytes" | "seconds" | "minutes" | "hours" | "days" | "none";
                /** @description Russian */
                meaning: string;
            }[];
            /** @description What should be looked at, Russian; empty: all is well */
            problems: string[];
            /** @description The same, as codes */
            problemCodes: ("pending-migrations" | "little-disk" | "no-public-url")[];
        };
        LocationSummaryInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            companyCount: number;
            integrationCount: number;
            /** @description Integrations in trouble by the rule of /attention */
            troubled: number;
            orderCount: number;
            /** @description 10,001: more than 10,000 */
            owed: number;
        };
        CreatedLocationInput: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            invitationUrl: string;
        };
        UploadInput: {
            id: number;
            type: string;
            name: string;
            /**
             * @description complete: is to be read
             * @enum {string}
             */
            state: "receiving" | "complete" | "done" | "failed";
            size: number;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            /** @description Of a catalogue, items and offers */
            documents: number;
            /** @description Documents that changed something */
            changed: number;
            /** @description Why it can not be read, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description What a file of a catalogue did to it */
            catalogue: {
                /** @description It has all items; false: a part, as changes are, or prices alone */
                whole: boolean;
                added: number;
                changed: number;
            } | null;
            files: {
                number: number;
                name: string;
                /** @enum {string} */
                kind: "orders" | "catalogue" | "other";
                failure: string | null;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
            }[];
        };
        UploadedDocumentInput: {
            file: number;
            position: number;
            orderId: string | null;
            /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
            orderNumber: string | null;
            outcome: ("changed" | "unchanged" | "unknown" | "outdated") | null;
            /** @description What it changed */
            parts: string[];
        };
        InspectedCatalogueInput: {
            /** @description It tells all items: those that it does not mention are gone */
            wholeItems: boolean;
            wholeOffers: boolean;
            groups: number;
            items: number;
            offers: number;
            prices: number;
            priceTypes: number;
            warehouses: number;
            /** @description The first of its items and offers */
            entries: {
                /** @enum {string} */
                kind: "item" | "offer";
                itemId: string;
                name: string | null;
                article: string | null;
                unitName: string | null;
                vat: string | null;
                deleted: boolean;
                characteristics: {
                    name: string;
                    value: string;
                }[];
                prices: {
                    price: string | null;
                    currency: string | null;
                }[];
                quantity: string | null;
                /** @description What would become of the item */
                outcome: ("added" | "changed" | "unchanged") | null;
            }[];
        };
        InspectedFileInput: {
            name: string;
            /** @enum {string} */
            kind: "orders" | "catalogue" | "other";
            /** @description Documents in it; of a catalogue, items and offers */
            count: number;
            /** @description Why it can not be read, with line and column, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            line: number | null;
            column: number | null;
            /** @description The first of them */
            documents: {
                orderId: string | null;
                /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
                orderNumber: string | null;
                documentNumber: string | null;
                documentDate: string | null;
                total: string | null;
                currency: string | null;
                posted: boolean;
                deleted: boolean;
                canceled: boolean;
                /**
                 * @description What would become of it
                 * @enum {string}
                 */
                outcome: "changed" | "unchanged" | "unknown" | "outdated";
                /** @description What it would change */
                parts: string[];
                lineChanges: components["schemas"]["LineChangeInput"][];
            }[];
            /** @description What a file of a catalogue holds */
            catalogue: components["schemas"]["InspectedCatalogueInput"] | null;
        };
        FileInspectionInput: {
            items: components["schemas"]["InspectedFileInput"][];
            /** @description What the files of a catalogue would change, all together; null if there is none */
            catalogue: {
                added: number;
                changed: number;
                /** @description Not mentioned by a whole catalogue, if no further file of its exchange does */
                gone: number;
                /** @description The first of these, by name */
                goneItems: {
                    itemId: string;
                    name: string;
                }[];
                /** @description Ids of lines whose item would be lost */
                brokenLinks: string[];
            } | null;
        };
        OrderCustomer: {
            /** @constant */
            kind: "person";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            /** @description With lastName, unless name is given */
            firstName?: string;
            lastName?: string;
            middleName?: string;
            /** @description The whole name in one string, instead of the three: «Иванов Иван Иванович», «Иван Иванов», «Иванов И. И.». It is kept in its parts */
            name?: string;
        } | {
            /** @constant */
            kind: "organization";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        } | {
            /** @constant */
            kind: "entrepreneur";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        };
        OrderLineInput: {
            /** @description The platform's own lasting id of the item or service, the same in every order and never of another one: 1C:Бухгалтерия binds it to an item of its catalogue for good. Not a row number, not a new id for each order */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "goods" | "service";
            /**
             * @description A decimal string above zero, at most four decimals
             * @example 2
             */
            quantity: string;
            /**
             * @description ОКЕИ code, 796 (piece) by default; 0796 is the same
             * @default 796
             */
            unit?: string;
            /**
             * @description Price of one, before discount
             * @example 1500.00
             */
            price: string;
            /**
             * @description Discount of the whole line
             * @default 0.00
             * @example 1500.00
             */
            discount?: string;
            /**
             * @description quantity × price − discount, to half a kopeck
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
        };
        OrderRefundInput: {
            id: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            refundedAt: string;
        };
        OrderPaymentInput: {
            id: string;
            gateway: string;
            /** @enum {string} */
            status: "pending" | "paid" | "failed" | "canceled" | "refunded";
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Required of a payment whose status is paid
             * @example 2026-11-17T12:15:07+05:00
             */
            paidAt?: string;
            /** @description Parts given back, of a payment that is paid or refunded; the status refunded means the whole */
            refunds?: components["schemas"]["OrderRefundInput"][];
        };
        OrderDelivery: {
            name: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
            address?: string;
            recipient?: string;
            trackNumber?: string;
        };
        OrderInput: {
            /** @description The platform's id; with PUT it equals the path's, in a batch it is required */
            id?: string;
            /** @description The platform's own number, as people see it there */
            number?: string;
            /** Format: uuid */
            companyId: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            placedAt: string;
            /** @description The platform's own word; canceled or cancelled mean canceled */
            status: string;
            /** @default false */
            canceled?: boolean;
            /** @example RUB */
            currency: string;
            customer: components["schemas"]["OrderCustomer"];
            lines: components["schemas"]["OrderLineInput"][];
            /** @description False: amounts are net, the total is with VAT added */
            vatIncluded: boolean;
            /**
             * @description Sum of the amounts and the delivery, with VAT; of net ones as 1C calculates it, VAT rounded to the kopeck for each line
             * @example 1500.00
             */
            total: string;
            comment?: string;
            place?: {
                id: string;
                name: string;
            };
            delivery?: components["schemas"]["OrderDelivery"];
            payments?: components["schemas"]["OrderPaymentInput"][];
            /** @description Become requisites of the document */
            attributes?: {
                [key: string]: string;
            };
        };
        FieldProblem: {
            /** @description JSON pointer into the request: "/lines/2/vat" */
            path: string;
            /** @description Russian */
            message: string;
            /** @description What is wrong, of a closed list: docs/errors.md */
            code?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description In the JSON text of settings, from 1 */
            line?: number;
            column?: number;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Closed list, see docs/errors.md */
            code: string;
            /** @description What is wrong and what to do, in Russian */
            detail: string;
            /** @description What `detail` says, of a closed list: docs/errors.md */
            reason?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description The request id, also in the log */
            instance?: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        Finding: {
            /**
             * @description docs/preflight.md lists them
             * @enum {string}
             */
            code: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity: "blocks" | "loses" | "note";
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
        };
        OrderWarning: {
            /** @enum {string} */
            code: "item-id-reused" | "payment-of-two-orders" | "inn-of-wrong-kind" | "inn-check-digits" | "damaged-text" | "status-means-canceled" | "paid-but-goes-nowhere" | "overwrites-accounting" | "payment-not-told-to-origin" | "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /** @description JSON pointer into the order, /lines/0/id */
            path: string;
            /** @description What will happen in 1C and what to do, Russian */
            message: string;
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity?: "blocks" | "loses" | "note";
            /**
             * Format: uuid
             * @description Of what holds for one 1C alone
             */
            integrationId?: string;
            /** @description What the sentence is made of */
            params?: {
                [key: string]: string | number;
            };
        };
        SavedOrder: {
            id: string;
            /** @description The sequence number: the one that 1C gets unless its integration says 'platform' */
            number: string;
            revision: number;
            changed: boolean;
            owedTo: string[];
            /** @description What the sender should look at although the order was accepted; more codes may be added */
            warnings: components["schemas"]["OrderWarning"][];
            /** @description A person's name that came in one string, as it was split */
            customer?: {
                lastName: string;
                firstName: string;
                middleName?: string;
            };
        };
        OrderExport: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /** @enum {string} */
            state: "owed" | "offered" | "held" | "confirmed" | "changed" | "not-matching";
            pendingRevision: number;
            confirmedRevision: number;
            /** @description The number in this 1C */
            number: string | null;
            owedSince: string | null;
            offeredAt: string | null;
            confirmedAt: string | null;
            /** @description Why the order is not exported, Russian */
            reason: string | null;
            /** @description Of an order that does not match: what `reason` is made of */
            mismatch: ({
                /** @enum {string} */
                code: "no-rules" | "canceled-first" | "recalculating" | "other-company";
            } | {
                /** @constant */
                code: "too-early";
                /** @description A day */
                from: string;
            } | {
                /** @constant */
                code: "rules";
                /** @description The first rules, ten at most */
                misses: {
                    /** @description From 0 */
                    rule: number;
                    status?: {
                        expected: string;
                        is: string;
                    };
                    gateway?: {
                        expected: string;
                        /** @description The first gateways of the order, ten at most */
                        has: string[];
                        /** @description How many others it has */
                        more?: number;
                    };
                }[];
                /** @description How many other rules there are, none of which is met */
                more?: number;
            }) | null;
            /** @description The code of the finding that it is held for */
            heldCode: string | null;
            /** @description What the reason is about, by name */
            heldParams: {
                [key: string]: unknown;
            } | null;
            /** @description person; finding: of preflight; quarantine: its 1C refused it */
            heldKind: ("person" | "finding" | "quarantine") | null;
            heldSince: string | null;
            /** @description Russian */
            heldReason: string | null;
            /** @description Name of the person or token; null: Obmen itself */
            heldBy: string | null;
            /** @description From when on Obmen tries one again that its 1C refused */
            retryAt: string | null;
        };
        OrderListItem: {
            id: string;
            /** @description The sequence number; `exports` tells the number in each 1C */
            number: string;
            platformNumber: string | null;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description ISO 8601 with offset */
            placedAt: string;
            status: string;
            canceled: boolean;
            currency: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            customerName: string;
            gateways: string[];
            revision: number;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            /** @description ISO 8601 with offset */
            changedAt: string;
            exports: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                /** @enum {string} */
                state: "owed" | "offered" | "held" | "confirmed" | "changed" | "not-matching";
                /** @description The number in this 1C */
                number: string;
                /** @description Since when it has been in this state */
                at: string | null;
                reason: string | null;
                /** @description Of an order that does not match: what `reason` is made of */
                mismatch: ({
                    /** @enum {string} */
                    code: "no-rules" | "canceled-first" | "recalculating" | "other-company";
                } | {
                    /** @constant */
                    code: "too-early";
                    /** @description A day */
                    from: string;
                } | {
                    /** @constant */
                    code: "rules";
                    /** @description The first rules, ten at most */
                    misses: {
                        /** @description From 0 */
                        rule: number;
                        status?: {
                            expected: string;
                            is: string;
                        };
                        gateway?: {
                            expected: string;
                            /** @description The first gateways of the order, ten at most */
                            has: string[];
                            /** @description How many others it has */
                            more?: number;
                        };
                    }[];
                    /** @description How many other rules there are, none of which is met */
                    more?: number;
                }) | null;
                heldKind: ("person" | "finding" | "quarantine") | null;
                /** @description The code of the finding that it is held for */
                heldCode: string | null;
                /** @description What the reason is about, by name */
                heldParams: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        StateCause: {
            /** @enum {string} */
            code: "never-called" | "new-password" | "working" | "wrong-password" | "wrong-login" | "loading" | "not-confirmed" | "searching" | "takes-none" | "cut" | "failed" | "no-calls" | "paused";
            /** @description loading, not-confirmed, cut: orders of the last answer; searching, takes-none: among how many orders */
            orders: number | null;
            /** @description wrong-login: what 1C tried to sign in with */
            login: string | null;
            /** @description failed: what 1C was answered, Russian */
            failure: string | null;
        };
        Integration: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
        };
        IntegrationWithPassword: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            settings: {
                [key: string]: unknown;
            };
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            login: string;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            password: string;
        };
        SettingsWarning: {
            /** @enum {string} */
            code: "payments-keep-method" | "payments-keep-form";
            /** @description Payments */
            count: number;
            /** @description False: only the newest payments were checked, there may be more */
            complete: boolean;
            /** @description Russian */
            message: string;
        };
        IntegrationChange: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            /** @enum {string} */
            kind: "created" | "updated" | "password";
            /** @description A person, or the token of a program */
            by: {
                /** @enum {string} */
                kind: "person" | "token";
                name: string;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            before: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            after: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
            } | null;
        };
        HeldGroup: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            companyName: string;
            /** @enum {string} */
            holdKind: "person" | "finding" | "quarantine";
            /** @description Of the cause: person, refused, or that of a finding */
            code: string;
            /** @description Of one of the orders, Russian */
            reason: string;
            orders: number;
            /** @description Of the order that was held last */
            since: string;
            /** @description From when Obmen gives the next of them once more by itself; null: it does not */
            retryAt: string | null;
            /** @description Of that order */
            orderId: string;
            orderNumber: string;
        };
        Attention: {
            /** @description Worst first: 1C gets nothing, refused an order, is late; what is held by findings; files; tasks; webhooks */
            items: ({
                /** @constant */
                kind: "integration";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                companyName: string;
                /**
                 * @description exchanging: it calls, but orders wait for over an hour
                 * @enum {string}
                 */
                state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
                stateCause: components["schemas"]["StateCause"];
                /** @description ISO 8601 with offset */
                since: string;
                /** @description That wait for it; 10,001: more than 10,000 */
                orders: number;
                /** @description Since when the first of them has been waiting */
                owedSince: string | null;
            } | {
                /** @enum {string} */
                holdKind: "person" | "finding" | "quarantine";
                /** @description Of the cause: person, refused, or that of a finding */
                code: string;
                /** @description Of one of the orders, Russian */
                reason: string;
                /** @description Held for this cause, each once, from however many 1C bases */
                orders: number;
                /** @description Of the order that was held last */
                since: string;
                /** @description Of that order */
                orderId: string;
                orderNumber: string;
                /** @constant */
                kind: "held";
                integrations: {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                    integrationName: string;
                }[];
            } | {
                /** @constant */
                kind: "tasks";
                open: number;
                /** @description ISO 8601 with offset */
                since: string;
            } | {
                /** @constant */
                kind: "webhook";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                webhookId: string;
                url: string;
                /** @enum {string} */
                state: "active" | "paused" | "disabled";
                reason: ("failing" | "gone" | "person") | null;
                /** @description ISO 8601 with offset */
                since: string;
            } | {
                /** @constant */
                kind: "upload";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                exchangeId: number;
                name: string;
                /** @description Why it could not be read, Russian */
                failure: string;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
                /** @description ISO 8601 with offset */
                since: string;
            })[];
            /** @description There is more of some kind than is listed */
            more: boolean;
            /** @description Open tasks (orders:read) */
            tasks: number | null;
            /** @description Of these, held by nobody but people */
            heldByPeople: number | null;
            /** @description Orders held back from some 1C; 10,001: more (orders:read) */
            held: number | null;
        };
        BulkAction: {
            id: number;
            /** @enum {string} */
            action: "resend" | "hold" | "release";
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            reason: string | null;
            /** @enum {string} */
            state: "running" | "done" | "canceled";
            /** @description Null while the orders are being collected */
            total: number | null;
            /** @description Orders that it changed something for */
            done: number;
            /** @description Orders that were so already, or that this 1C has no part in */
            skipped: number;
            by: string | null;
            undoOf: number | null;
            /** @description POST …/undo releases what it held */
            undoable: boolean;
            /** @description An order of it still waits for 1C, or is held, because of it */
            pending: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            finishedAt: string | null;
        };
        CatalogueItem: {
            /** @description GUID, or GUID#GUID with a characteristic */
            itemId: string;
            name: string;
            fullName: string | null;
            article: string | null;
            barcode: string | null;
            unit: {
                code: string | null;
                name: string | null;
            } | null;
            /** @description As orders have it: "20", "10/110", "none"; another rate as 1C wrote it */
            vat: string | null;
            kind: ("goods" | "service") | null;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description ISO 8601 with offset */
            changedAt: string;
            groupIds: string[];
            characteristics: {
                name: string;
                value: string;
            }[];
            prices: {
                priceTypeId: string;
                priceType: string | null;
                price: string;
                currency: string | null;
                unit: string | null;
            }[];
            /** @description Of all warehouses */
            quantity: string | null;
            stock: {
                warehouseId: string;
                warehouse: string | null;
                quantity: string;
            }[];
            /** @description Lines of orders that are linked to it, 20 at most */
            lineIds: string[];
        };
        CatalogueGroup: {
            groupId: string;
            parentId: string | null;
            name: string;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
            items: number;
        };
        CataloguePriceType: {
            priceTypeId: string;
            name: string;
            currency: string | null;
            vatIncluded: boolean | null;
            /**
             * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
             * @enum {string}
             */
            state: "current" | "deleted" | "gone";
        };
        CatalogueLink: {
            lineId: string;
            /** @description As it stands in the latest order; null when no recent order has the line */
            name: string | null;
            unit: string | null;
            vat: string | null;
            /** @description In how many of the 5,000 latest orders of the integration */
            uses: number;
            /**
             * @description broken: the item is gone, or marked for deletion
             * @enum {string}
             */
            state: "linked" | "unlinked" | "broken";
            item: {
                itemId: string;
                name: string;
                article: string | null;
                unit: {
                    code: string | null;
                    name: string | null;
                } | null;
                vat: string | null;
                /**
                 * @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it
                 * @enum {string}
                 */
                state: "current" | "deleted" | "gone";
            } | null;
            since: string | null;
            /** @description What the item has otherwise */
            differs: ("unit" | "vat")[];
        };
        Company: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
            inn: string;
            kpp: string | null;
            /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
            regimes: {
                /** Format: date */
                from: string;
                /** @enum {string} */
                vat: "5" | "7" | "22" | "none";
            }[];
            archived: boolean;
            integrationCount: number;
            orderCount: number;
            /** @description What should be checked, Russian */
            notes: string[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
        };
        Location: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /** @description What people read instead of the platform’s statuses: {"purchased": "Оплачен"} */
            statuslabels: {
                [key: string]: string;
            };
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            /** @description Public address of Obmen: 1C calls it + /1c, programs + /api/v1 */
            publicUrl: string;
        };
        Place: {
            id: string;
            name: string;
            orderCount: number;
            /** @description ISO 8601 with offset */
            lastOrderAt: string;
        };
        Event: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            /** @description ISO 8601 with offset */
            createdAt: string;
            integrationId: string | null;
            orderId: string | null;
            /** @description By type, see docs/platform.md */
            data: {
                [key: string]: unknown;
            };
        };
        Webhook: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                "*"
            ];
            companyId: string | null;
            description: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: ("failing" | "gone" | "person") | null;
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /** @description ISO 8601 with offset */
            createdAt: string;
        };
        WebhookWithSecret: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: ("order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test")[] | [
                "*"
            ];
            companyId: string | null;
            description: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: ("failing" | "gone" | "person") | null;
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description whsec_…, shown this once */
            secret: string;
        };
        WebhookAttempt: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description When it is to be made, unless an earlier event holds it back */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: ("address-not-public" | "host-not-allowed" | "name-not-found" | "connection-failed" | "certificate" | "timeout" | "broken-answer" | "redirect" | "status" | "event-forgotten") | null;
        };
        WebhookAttemptDetail: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            /** @enum {string} */
            type: "order.exported" | "order.accounting.updated" | "order.held" | "order.released" | "order.not-matching" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "test";
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description When it is to be made, unless an earlier event holds it back */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: ("address-not-public" | "host-not-allowed" | "name-not-found" | "connection-failed" | "certificate" | "timeout" | "broken-answer" | "redirect" | "status" | "event-forgotten") | null;
            request: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
            /** @description The body up to 4000 characters */
            answer: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
        };
        Exchange: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /** @description ISO 8601 with offset */
            startedAt: string;
            /** @description ISO 8601 with offset */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                /** @enum {string} */
                outcome: "running" | "done" | "failure" | "refused" | "cut";
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            /** @enum {string} */
            outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /** @description When the first of them began */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
        };
        ExchangeEntry: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            method: string;
            /** @description Secrets masked */
            url: string;
            type: string | null;
            mode: string | null;
            /** @description Null for an accountant */
            login: string | null;
            status: number | null;
            /** @enum {string} */
            outcome: "running" | "done" | "failure" | "refused" | "cut";
            orderCount: number | null;
            batchId: number | null;
            /** @description Later similar refused calls, which are only counted */
            repeats: number;
            requestHeaders: {
                [key: string]: string;
            };
            responseHeaders: {
                [key: string]: string;
            } | null;
            requestSize: number;
            requestKept: number;
            responseSize: number;
            /** @description Bytes of the answer that can still be read */
            responseKept: number;
            /** @description A short answer, whole; longer ones by …/body */
            responseText: string | null;
        };
        ExchangeDetail: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /** @description ISO 8601 with offset */
            startedAt: string;
            /** @description ISO 8601 with offset */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                /** @enum {string} */
                outcome: "running" | "done" | "failure" | "refused" | "cut";
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            /** @enum {string} */
            outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /** @description When the first of them began */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
            entries: components["schemas"]["ExchangeEntry"][];
        };
        ExchangeOrder: {
            id: string;
            /** @description The sequence number */
            number: string;
            /** @description The one that was sent; customer and money are as they were in it */
            revision: number;
            customerName: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            currency: string;
            /** @enum {string} */
            outcome: "confirmed" | "sent" | "abandoned" | "open";
            batchId: number;
            /** @description What does not reach that 1C of the order as it is now */
            findings: components["schemas"]["Finding"][];
        };
        LineChange: {
            /** @enum {string} */
            kind: "changed" | "added" | "removed";
            /** @description The platform's id of the line; null of one that 1C added, and of the delivery */
            lineId: string | null;
            name: string;
            before: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
            after: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
        };
        AccountingItem: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /**
             * @description conflict: the platform changed the order meanwhile, which is still owed; former: integration removed
             * @enum {string}
             */
            state: "current" | "conflict" | "former";
            /** @description GUID of the document in 1C */
            documentId: string | null;
            documentNumber: string | null;
            /** @description By the clock of 1C, without offset */
            documentDate: string | null;
            posted: boolean;
            deleted: boolean;
            canceled: boolean;
            status: string | null;
            statusId: string | null;
            total: string | null;
            paid: {
                number: string | null;
                date: string | null;
            } | null;
            shipped: {
                number: string | null;
                date: string | null;
            } | null;
            payments: {
                number: string | null;
                date: string | null;
                amount: string | null;
                method: string | null;
            }[];
            shipments: {
                number: string | null;
                date: string | null;
                lines: {
                    id: string | null;
                    name: string;
                    quantity: string | null;
                    price: string | null;
                    amount: string | null;
                }[];
            }[];
            delivery: {
                trackNumber: string | null;
                method: string | null;
                address: string | null;
                recipient: string | null;
                phone: string | null;
                email: string | null;
                pickupPoint: string | null;
                amount: string | null;
                comment: string | null;
            } | null;
            comment: string | null;
            customer: {
                id: string | null;
                name: string;
                inn: string | null;
                kpp: string | null;
            } | null;
            linesDiffer: boolean;
            lineChanges: components["schemas"]["LineChange"][];
            requisites: {
                [key: string]: string;
            };
            /** @description What 1C said once and does not say any more */
            withdrawn: {
                /** @enum {string} */
                what: "posted" | "canceled" | "deleted" | "paid" | "shipped" | "status" | "payments";
                before: unknown;
                /** @description ISO 8601 with offset */
                toldAt: string;
                /** @description ISO 8601 with offset */
                withdrawnAt: string;
            }[];
            /** @description The revision that the lines are compared with */
            basisRevision: number | null;
            /** @description The newer revision that this 1C is owed */
            owedRevision: number | null;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            uploadId: number;
        };
        UnknownDocument: {
            id: number;
            /** @description The number under which 1C believes to know an order */
            number: string | null;
            documentId: string | null;
            documentNumber: string | null;
            documentDate: string | null;
            total: string | null;
            customer: string | null;
            /** @enum {string} */
            reasonCode: "no-number" | "unknown-number" | "not-sent" | "other-order" | "before-order";
            /** @description Russian, with what to do */
            reason: string;
            /** @description ISO 8601 with offset */
            firstSeenAt: string;
            /** @description ISO 8601 with offset */
            lastSeenAt: string;
            uploadId: number;
        };
        ListedFinding: {
            /**
             * @description docs/preflight.md lists them
             * @enum {string}
             */
            code: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
            /**
             * @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note
             * @enum {string}
             */
            severity: "blocks" | "loses" | "note";
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
            orderId: string;
            platformNumber: string | null;
            /** @description Of the order in this 1C */
            number: string;
            /** @description Since when it is so */
            since: string;
        };
        Task: {
            id: number;
            /** @enum {string} */
            state: "open" | "done";
            /** @enum {string} */
            code: "enter-refund" | "undo-payment" | "enter-payment" | "enter-overpayment" | "check-canceled" | "check-payment";
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description What to do in 1C, Russian */
            message: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            orderId: string;
            platformNumber: string | null;
            /** @description Of the order in that 1C */
            number: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            doneAt: string | null;
            /** @description Null of a done one: it settled itself */
            doneBy: string | null;
        };
        OverviewIntegration: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /**
             * @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused
             * @enum {string}
             */
            state: "waiting" | "exchanging" | "refused" | "unconfirmed" | "silent" | "paused";
            /** @description ISO 8601 with offset */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /** @description ISO 8601 with offset */
            passwordChangedAt: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: ("bp" | "unf" | "ut" | "rt" | "bitrix") | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                /**
                 * @description What orders are written for; auto: in the form that every program reads
                 * @enum {string}
                 */
                applied: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    /** @enum {string} */
                    why: "unsure" | "mismatch";
                    clients: ("bp" | "unf" | "ut" | "rt" | "bitrix")[];
                } | null;
                facts: {
                    /** @enum {string} */
                    code: "not-1c" | "catalog-first" | "no-catalog-first" | "init-with-version" | "init-before-query" | "no-init" | "sessid-without-init" | "version-announced" | "asks-on" | "files-in-portions" | "files-numbered" | "files-with-guids" | "sends-files" | "words-of-bitrix";
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    /** @enum {string} */
                    code: "signs-in" | "not-1c" | "site-bitrix" | "site-bitrix-silent" | "site-other" | "sends-nothing" | "sends-orders" | "sends-refused" | "sends-none-yet" | "start-date-ahead" | "start-date-passed";
                    /** @enum {string} */
                    tone: "good" | "look" | "known";
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /** @description ISO 8601 with offset */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            /** @description Whether its 1C has sent a document of an order */
            hasDocuments: boolean;
            /** @description Up to 20 of the last two weeks, newest first */
            lastExchanges: {
                id: number;
                /** @enum {string} */
                outcome: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                ordersOffered: number;
            }[];
        };
        Desk: {
            /** @description Orders placed in the period */
            received: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=confirmed */
            confirmed: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=by-hand */
            byHand: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=held&cause=refused */
            refused: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description What has not arrived, whenever it was placed, of the 50 companies with most of it */
            missing: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                companyId: string;
                companyName: string;
                /** @description state=owed */
                owed: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
                /** @description state=held */
                held: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
            }[];
            /** @description Further companies with such orders */
            more: number;
        };
        SecondFactor: {
            /** @description Null: off */
            activeSince: string | null;
            recoveryCodesLeft: number;
        };
        SecondFactorSecret: {
            /** @description For typing into an authenticator app */
            secret: string;
            /** @description `otpauth://…`, for a QR code */
            uri: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        Me: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** @description How lists look */
            preferences: {
                /**
                 * @default comfortable
                 * @enum {string}
                 */
                density: "comfortable" | "compact";
                /**
                 * @description Of each list of the web app, those not shown
                 * @default {}
                 */
                hiddenColumns: {
                    [key: string]: string[];
                };
                /**
                 * @description Filters of lists that the person saved
                 * @default []
                 */
                views: {
                    /** @enum {string} */
                    list: "orders" | "tasks";
                    name: string;
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    locationId: string;
                    /** @description As in the address of the web app */
                    search: string;
                }[];
            };
            /**
             * @description `required`: off, and all but `/me` is refused until it is on
             * @enum {string}
             */
            secondFactor: "on" | "off" | "required";
            roles: {
                /** @enum {string} */
                role: "location-administrator" | "accountant" | "system-operator";
                locationId: string | null;
                locationName: string | null;
                /** @description Of an accountant: whose data is seen */
                companyIds: string[] | null;
            }[];
            /** @description Where the person works now: the location of X-Obmen-Location, else the first */
            location: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
                timezone: string;
                /** @description As in GET /locations/current */
                statuslabels: {
                    [key: string]: string;
                };
                /**
                 * @description What the person is in it
                 * @enum {string}
                 */
                role: "location-administrator" | "accountant" | "system-operator";
            } | null;
        };
        Session: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @description The session that asks */
            current: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Exact to a minute */
            lastSeenAt: string;
            /** @description Where the person signed in: an IPv4 address, the /64 of an IPv6 one */
            address: string;
            /** @description As the browser sent it */
            userAgent: string;
        };
        User: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            disabled: boolean;
            /** @description ISO 8601 with offset */
            createdAt: string;
            lastSeenAt: string | null;
        };
        Invitation: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            expiresAt: string;
        };
        InvitationWithUrl: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            /** @enum {string} */
            role: "location-administrator" | "accountant" | "system-operator";
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description ISO 8601 with offset */
            expiresAt: string;
            url: string;
        };
        ApiToken: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
        };
        RemovedUser: {
            /** @description Tokens that the person created in this location and that go on working */
            tokens: components["schemas"]["ApiToken"][];
        };
        ApiTokenWithSecret: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
            /** @description ISO 8601 with offset */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
            token: string;
        };
        ApiRequest: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
        };
        ApiRequestDetail: {
            id: number;
            /** @description ISO 8601 with offset */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
            /** @description Of a refused request, secrets masked, up to 64 KB */
            body: string | null;
        };
        RefusalCause: {
            /** @description Code of the first problem, and its place; for `cause` of /requests */
            cause: string;
            /** @description Path of the field, with * for numbers: /lines/*\/total */
            place: string | null;
            count: number;
            /** @description ISO 8601 with offset */
            lastAt: string;
            /** @description Of the last such refusal, as the following */
            code: string | null;
            /** @description The first problem, Russian */
            detail: string;
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
        };
        PaymentRule: {
            /** @description Статус заказа на платформе, слово в слово. Без него — любой. */
            status?: string;
            /** @description Платёжный шлюз одного из платежей заказа (кроме неудачных и отменённых). Без него — любой. */
            gateway?: string;
            /** @description Способ оплаты в 1С для заказов этого правила вместо общего. */
            paymentmethodname?: string;
        };
        IntegrationSettings: {
            /** @description Какие заказы выгружать: заказ подходит, если выполнено хотя бы одно правило. Пустое правило {} — все заказы. Название способа оплаты даёт первое выполненное правило. */
            paymentrules: components["schemas"]["PaymentRule"][];
            /** @description Название способа оплаты точно как в 1С, не длиннее 50 символов. */
            paymentmethodname: string;
            /**
             * @description Программа 1С на другой стороне: auto — Обмен узнаёт её по обменам, а до первого передаёт заказы так, чтобы их верно прочла любая; bp — Бухгалтерия, unf — УНФ, ut — УТ, КА или ERP, rt — Розница, bitrix — модуль обмена Битрикс.
             * @default auto
             * @enum {string}
             */
            client?: "auto" | "bp" | "unf" | "ut" | "rt" | "bitrix";
            /**
             * @description Версия CommerceML, от 2.05 до 2.10.
             * @default 2.08
             * @enum {string}
             */
            schemaversion?: "2.05" | "2.06" | "2.07" | "2.08" | "2.09" | "2.10";
            /**
             * @description Кодировка XML: utf-8, utf-8-bom или windows-1251.
             * @default utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1251";
            /**
             * @description Оплаты для 1С: auto — подчинёнными документами той 1С, которая объявила cmlVersion 2.10 и новее, остальным реквизитами заказа; documents — всегда документами, каждая оплата отдельно; requisites — всегда реквизитами, одной оплатой на заказ. Что уже передано одним способом, так и передаётся дальше.
             * @default auto
             * @enum {string}
             */
            payments?: "auto" | "documents" | "requisites";
            /**
             * @description Номер заказа в 1С: sequence — по порядку внутри компании, platform — номер платформы.
             * @default sequence
             * @enum {string}
             */
            ordernumber?: "sequence" | "platform";
            /** @description С какого номера продолжить нумерацию компании. */
            ordernumberfrom?: number;
            /**
             * @description Сколько заказов выдавать за один обмен.
             * @default 5000
             */
            batchlimit?: number;
            /**
             * Format: date
             * @description Дата вида 2026-11-01: заказы, оформленные раньше неё, не выгружаются.
             */
            ordersfrom?: string;
            /**
             * Format: date
             * @description Дата вида 2026-10-01: документы раньше неё в Бухгалтерии закрыты для изменений («Даты запрета изменения»). Заказы с такой датой счёта не получат, и Обмен предупредит о них заранее.
             */
            closedbefore?: string;
            /**
             * @description Начинать ли комментарий документа в 1С номером заказа и платежами платформы: «Заказ OLV/17. Оплата pay-17, CKassa.» Обычно true.
             * @default true
             */
            commentprefix?: boolean;
            /**
             * @description Просить 1С присылать свои файлы в архиве.
             * @default false
             */
            zip?: boolean;
            /**
             * @description Наибольший размер файла от 1С в байтах; 0 — без ограничения.
             * @default 104857600
             */
            filelimit?: number;
            /**
             * @description Принимать ли от 1С изменённые в ней заказы и каталог. Обычно true; false — заказы отклоняются, каталог пропускается.
             * @default true
             */
            accept1c?: boolean;
            /**
             * @description После скольких порций подряд, которые 1С скачала и не подтвердила, искать заказ, который она не принимает, и удержать его. Обычно 2; 0 — не искать.
             * @default 2
             */
            quarantineafter?: number;
            /**
             * @description Сколько секунд самое меньшее ждать подтверждения, прежде чем считать порцию неподтверждённой. Обычно 60.
             * @default 60
             */
            quarantinepause?: number;
        };
        System: {
            version: string;
            node: string;
            /** @description ISO 8601 with offset */
            startedAt: string;
            memoryBytes: number;
            /** @enum {string} */
            logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
            publicUrl: string;
            database: {
                embedded: boolean;
                version: string;
                sizeBytes: number;
                connections: number;
                pendingMigrations: string[];
            };
            disk: {
                path: string;
                freeBytes: number;
                totalBytes: number;
            } | null;
            queue: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                oldestOwedSince: string | null;
                openBatches: number;
            };
            jobs: {
                /** @description Background jobs that are due and not taken yet */
                waiting: number;
                /** @description Background jobs whose last try failed; they are tried again */
                failed: number;
            };
            exchanges: {
                integrations: number;
                /** @description Of those, in trouble by the rule of /attention */
                troubled: number;
                /** @description When any 1C called last */
                lastCallAt: string | null;
            };
            /** @description The variables of docs/configuration.md */
            limits: {
                name: string;
                /** @description As in the environment, sizes in bytes; empty: not set, or a secret */
                value: string;
                /** @description Not the default */
                changed: boolean;
                /** @enum {string} */
                unit: "bytes" | "seconds" | "minutes" | "hours" | "days" | "none";
                /** @description Russian */
                meaning: string;
            }[];
            /** @description What should be looked at, Russian; empty: all is well */
            problems: string[];
            /** @description The same, as codes */
            problemCodes: ("pending-migrations" | "little-disk" | "no-public-url")[];
        };
        LocationSummary: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /** @description ISO 8601 with offset */
            createdAt: string;
            companyCount: number;
            integrationCount: number;
            /** @description Integrations in trouble by the rule of /attention */
            troubled: number;
            orderCount: number;
            /** @description 10,001: more than 10,000 */
            owed: number;
        };
        CreatedLocation: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            invitationUrl: string;
        };
        Upload: {
            id: number;
            type: string;
            name: string;
            /**
             * @description complete: is to be read
             * @enum {string}
             */
            state: "receiving" | "complete" | "done" | "failed";
            size: number;
            /** @description ISO 8601 with offset */
            receivedAt: string;
            /** @description Of a catalogue, items and offers */
            documents: number;
            /** @description Documents that changed something */
            changed: number;
            /** @description Why it can not be read, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description What a file of a catalogue did to it */
            catalogue: {
                /** @description It has all items; false: a part, as changes are, or prices alone */
                whole: boolean;
                added: number;
                changed: number;
            } | null;
            files: {
                number: number;
                name: string;
                /** @enum {string} */
                kind: "orders" | "catalogue" | "other";
                failure: string | null;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
            }[];
        };
        UploadedDocument: {
            file: number;
            position: number;
            orderId: string | null;
            /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
            orderNumber: string | null;
            outcome: ("changed" | "unchanged" | "unknown" | "outdated") | null;
            /** @description What it changed */
            parts: string[];
        };
        InspectedCatalogue: {
            /** @description It tells all items: those that it does not mention are gone */
            wholeItems: boolean;
            wholeOffers: boolean;
            groups: number;
            items: number;
            offers: number;
            prices: number;
            priceTypes: number;
            warehouses: number;
            /** @description The first of its items and offers */
            entries: {
                /** @enum {string} */
                kind: "item" | "offer";
                itemId: string;
                name: string | null;
                article: string | null;
                unitName: string | null;
                vat: string | null;
                deleted: boolean;
                characteristics: {
                    name: string;
                    value: string;
                }[];
                prices: {
                    price: string | null;
                    currency: string | null;
                }[];
                quantity: string | null;
                /** @description What would become of the item */
                outcome: ("added" | "changed" | "unchanged") | null;
            }[];
        };
        InspectedFile: {
            name: string;
            /** @enum {string} */
            kind: "orders" | "catalogue" | "other";
            /** @description Documents in it; of a catalogue, items and offers */
            count: number;
            /** @description Why it can not be read, with line and column, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            line: number | null;
            column: number | null;
            /** @description The first of them */
            documents: {
                orderId: string | null;
                /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
                orderNumber: string | null;
                documentNumber: string | null;
                documentDate: string | null;
                total: string | null;
                currency: string | null;
                posted: boolean;
                deleted: boolean;
                canceled: boolean;
                /**
                 * @description What would become of it
                 * @enum {string}
                 */
                outcome: "changed" | "unchanged" | "unknown" | "outdated";
                /** @description What it would change */
                parts: string[];
                lineChanges: components["schemas"]["LineChange"][];
            }[];
            /** @description What a file of a catalogue holds */
            catalogue: components["schemas"]["InspectedCatalogue"] | null;
        };
        FileInspection: {
            items: components["schemas"]["InspectedFile"][];
            /** @description What the files of a catalogue would change, all together; null if there is none */
            catalogue: {
                added: number;
                changed: number;
                /** @description Not mentioned by a whole catalogue, if no further file of its exchange does */
                gone: number;
                /** @description The first of these, by name */
                goneItems: {
                    itemId: string;
                    name: string;
                }[];
                /** @description Ids of lines whose item would be lost */
                brokenLinks: string[];
            } | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
