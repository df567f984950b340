/** A Danish personal number as people write it, 311299-1234: never belongs in Tovholder, so the server refuses it. */
export const personalNumber = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d\s?[-–]\s?\d{4}(?!\d)/
