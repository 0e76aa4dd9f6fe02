// How web chat looks: sober, large, and for a phone first. Colours keep a contrast of at least 4.5 : 1.
'use strict';

const look = (() => {
  const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
  const ink = '#1b2733';
  const quiet = '#4a5a6a';
  const blue = '#1a4480';
  const line = '#c3ccd6';
  const white = '#ffffff';

  const styleOptions = {
    primaryFont: font,
    rootHeight: '100%',
    rootWidth: '100%',
    backgroundColor: '#f2f5f8',
    accent: blue,
    subtle: quiet,
    fontSizeSmall: '88%',
    paddingRegular: 12,
    bubbleBackground: white,
    bubbleBorderColor: line,
    bubbleBorderRadius: 6,
    bubbleTextColor: ink,
    bubbleFromUserBackground: '#dfe9f5',
    bubbleFromUserBorderColor: '#a9c1de',
    bubbleFromUserBorderRadius: 6,
    bubbleFromUserTextColor: ink,
    bubbleMinHeight: 44,
    bubbleMinWidth: 160,
    bubbleMaxWidth: 640,
    bubbleMessageMaxWidth: 640,
    bubbleAttachmentMinWidth: 240,
    bubbleAttachmentMaxWidth: 640,
    messageActivityWordBreak: 'break-word',
    groupTimestamp: 300000,
    timestampFormat: 'absolute',
    timestampColor: quiet,
    sendBoxHeight: 56,
    sendBoxMaxHeight: 168,
    sendBoxTextWrap: true,
    sendBoxBackground: white,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxButtonColor: blue,
    sendBoxButtonShadeBorderRadius: 4,
    sendBoxBorderTop: `1px solid ${line}`,
    hideUploadButton: false,
    uploadAccept: '.jpg,.jpeg,.png,.gif,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et',
    // A chosen photo goes off at once, as people know it from other chats; the server keeps the picture itself, without a preview made here.
    sendAttachmentOn: 'attach',
    enableUploadThumbnail: false,
    cardPushButtonBackgroundColor: blue,
    cardPushButtonTextColor: white,
    notificationText: ink,
  };

  const colour = value => ({ default: value, subtle: value });
  const adaptiveCardsHostConfig = {
    fontFamily: font,
    supportsInteractivity: true,
    fontSizes: { small: 15, default: 17, medium: 18, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 22, default: 26, medium: 28, large: 30, extraLarge: 34 },
    spacing: { small: 6, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 12 },
    separator: { lineThickness: 1, lineColor: line },
    actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch', buttonSpacing: 8, maxActions: 20, spacing: 'medium' },
    containerStyles: {
      default: {
        backgroundColor: white,
        foregroundColors: {
          default: { default: ink, subtle: quiet },
          accent: colour(blue),
          attention: colour('#a3201a'),
          good: colour('#1d6b35'),
          warning: colour('#7a4b00'),
        },
      },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
  };

  return { styleOptions, adaptiveCardsHostConfig };
})();
