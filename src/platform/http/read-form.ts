import type { FastifyRequest } from 'fastify'
import { emptyForm, formOf, type Form, type FormFields, type UploadedFile } from './form.ts'

/** What one form may carry: 10 files of 10 MB. Beyond it the sender gets a clear answer, not a truncated file. */
export const uploadLimits = { fileSize: 10 * 1024 * 1024, files: 10, fields: 300, fieldSize: 1024 * 1024, parts: 320 }

/** Reads an ordinary or a multipart form; anything else (JSON, no body) is an empty form. */
export async function readForm(request: FastifyRequest): Promise<Form> {
  if (request.isMultipart?.()) return readParts(request)
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return isForm ? formOf((request.body ?? {}) as FormFields) : emptyForm
}

async function readParts(request: FastifyRequest): Promise<Form> {
  const fields: Record<string, string[]> = {}
  const files: Record<string, UploadedFile[]> = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') (fields[part.fieldname] ??= []).push(String(part.value))
    else {
      const bytes = await part.toBuffer()
      if (part.filename) (files[part.fieldname] ??= []).push({ name: part.filename, bytes })
    }
  }
  return formOf(fields, files)
}
