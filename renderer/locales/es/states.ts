export const states = {
  off: { name: 'Apagado', text: 'Sin conectar; conéctelo cuando quiera verlo.' },
  connecting: { name: 'Conectando', text: 'Se está estableciendo la asociación.' },
  authenticating: {
    name: 'Iniciando sesión',
    text: 'La asociación está establecida; se comprueban el usuario y la contraseña.',
  },
  ready: { name: 'Listo', text: 'Conectado; se lee a su intervalo.' },
  waiting: {
    name: 'En espera',
    text: 'El último intento falló; se vuelve a intentar por sí solo.',
  },
  'needs-attention': {
    name: 'Requiere atención',
    text: 'No se vuelve a intentar hasta que usted corrija algo.',
  },
};
