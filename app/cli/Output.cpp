#include "app/cli/Command.h"

#include <QJsonDocument>

#include <cstdio>

namespace foretrail::cli {

void printJson(const QJsonObject &json)
{
    std::fputs(QJsonDocument(json).toJson(QJsonDocument::Indented).constData(), stdout);
}

void print(const QString &line) { std::fprintf(stdout, "%s\n", line.toUtf8().constData()); }

void note(const QString &line) { std::fprintf(stderr, "%s\n", line.toUtf8().constData()); }

} // namespace foretrail::cli
