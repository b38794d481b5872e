#pragma once

#include "ui/settings/Settings.h"

#include <QTranslator>

namespace foretrail {

/// Says texts of a file, where wanted with no-break spaces before each % (unbroken()).
class OwnTranslator : public QTranslator {
    Q_OBJECT
public:
    explicit OwnTranslator(bool keepsTogether) : m_keepsTogether(keepsTogether) {}
    QString translate(const char *context, const char *sourceText, const char *disambiguation = nullptr, int n = -1) const override;

private:
    bool m_keepsTogether;
};

/// The language of the program and the locale of its numbers; follows the settings while it lives.
class Language : public QObject {
    Q_OBJECT
public:
    /// `keepsTogether`: no line of what is said ends between a figure and its %.
    explicit Language(Settings &settings, bool keepsTogether = false, QObject *parent = nullptr);
    ~Language() override;

    /// Lets a program without a window say "1 row" and "2 rows": the plurals of English, which the sources hold in one form.
    static void speakEnglish(QTranslator &translator);
    /// "en" or "zh_CN": what is spoken now.
    QString current() const { return m_current; }

private:
    void apply();
    static void load(QTranslator &translator, const QString &path);

    Settings &m_settings;
    OwnTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace foretrail
