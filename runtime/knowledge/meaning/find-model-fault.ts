import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Says what keeps `folder` from being a model that can be opened; nothing where it can. */
export function findModelFault(folder: string): string | undefined {
  const missing = ['config.json', 'tokenizer.json'].filter((file) => !existsSync(join(folder, file)))
  if (!['model_quantized.onnx', 'model.onnx'].some((file) => existsSync(join(folder, 'onnx', file))))
    missing.push('onnx/model_quantized.onnx')
  return missing.length === 0 ? undefined : `The folder of the model has no ${missing.join(', ')}.`
}
