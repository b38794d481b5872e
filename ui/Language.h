#pragma once

#include "ui/settings/Settings.h"

#include <QTranslator>

namespace foretrail {

/// The language of the program and the locale of its numbers; follows the settings while it lives.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(Settings &settings, QObject *parent = nullptr);
    ~Language() override;

    /// Lets a program without a window say "1 row" and "2 rows": the plurals of English, which the sources hold in one form.
    static void speakEnglish(QTranslator &translator);
    /// "en" or "zh_CN": what is spoken now.
    QString current() const { return m_current; }

private:
    void apply();
    static void load(QTranslator &translator, const QString &path);

    Settings &m_settings;
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace foretrail
